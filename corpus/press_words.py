"""Closed word lists of the press: what publications, credits and by-lines are worded with."""

from __future__ import annotations

from corpus.lexicon import words_of

# What publications are called; a capitalised name that holds one of them is a publisher's.
PUBLICATION_WORDS = words_of(
    """times post news newspaper gazette herald tribune journal daily weekly monthly review
    observer press radio tv television channel broadcasting broadcaster newswire wire
    chronicle courier dispatch echo examiner express globe guardian independent inquirer
    ledger mail mirror bulletin monitor record register reporter sentinel standard star sun
    telegraph magazine online digest report observatory today argus advertiser
    zeitung presse journal diario gazeta pravda novosti blog podcast"""
)

# Titles of papers in other languages: what ends, and what opens, names of several words.
CLOSING_TITLES = words_of(
    """allgemeine anzeiger nachrichten tageblatt tagblatt volksblatt rundschau kurier merkur
    kuriren dagblad dagbladet nyheter posten tidningen tidende tidning avisen aftenblad allehanda
    bladet sanomat uutiset gazetesi hírlap noviny novine noticias notícias diario diário"""
)
OPENING_TITLES = words_of(
    """courrier corriere gazzetta giornale messaggero folha jornal diario diário correo heraldo
    periódico noticias dziennik kurier dagblad quotidien progrès dépêche"""
)

# Of these, what people are as well: "Examiner Fionnuala Keogh said".
OFFICES = words_of("examiner reporter observer guardian")

# Words after an outlet's name that make it part of a longer name or of a job title.
ROLE_WORDS = words_of(
    """chief editor editors editor-in-chief executive director director-general president chairman
    chairwoman chair ceo correspondent reporter reporters journalist journalists analyst analysts
    columnist presenter anchor host photographer staff institute economics group foundation
    holdings inc ltd corp plc studios network networks magazine newspaper newspapers
    africa america asia europe arabic persian russian world service sport sports radio tv
    television online media international global data poll survey index intelligence unit
    university award awards prize fellow fellows senior deputy managing writer columnists
    bureau team office offices headquarters founder publisher owner owners shares
    media's chief's green council board club weekend business politics report reports"""
)

# Nouns that wrap an outlet: "a Reuters report", "the newspaper Le Monde".
REPORT_NOUNS = words_of(
    """report reports article articles story investigation analysis poll survey tally interview
    dispatch editorial column commentary study briefing documentary podcast newspaper
    magazine website broadcaster agency newswire network channel data figures estimate
    estimates forecast forecasts research findings calculation calculations count"""
)

# What an outlet made that somebody else can quote: "a Reuters poll showed".
PUBLISHED_WORKS = words_of(
    """report reports investigation investigations poll polls survey surveys tally tallies analysis
    analyses study studies calculation calculations dispatch dispatches editorial editorials
    interview interviews documentary documentaries podcast podcasts"""
)

# Papers that are quoted without anybody's speaking: "according to the documents".
DOCUMENTS = words_of(
    """letter letters document documents data figures filing filings memo email emails records
    record report reports study studies survey poll article statement footage transcript
    transcripts contract contracts decree decrees permit prospectus licence lease charter
    constitution rules text code notice treaty preprint preprints findings results census audit
    draft statistics research estimates"""
)

# What a newsroom has seen, or was sent, and reports from.
PAPERS_AT_HAND = words_of(
    """copy copies draft drafts document documents letter letters memo memos email emails filing
    filings transcript transcripts minutes message messages contract contracts correspondence
    recording recordings footage records"""
)

# After "according to" or "as … by", what is no source: "according to plan", "by age".
NO_SOURCES = words_of(
    """plan plans schedule law custom tradition need size taste rule rules script form type
    reporters journalists date age population output merit rank number numbers amount weight
    index whom"""
)

# Who is cited without a name: "citing sources".
PEOPLE_OF_NEWS = words_of(
    """sources insiders diplomats officers sailors soldiers residents witnesses eyewitnesses
    survivors lawyers lawmakers ministers politicians economists scientists researchers doctors
    traders bankers investors lenders dealers brokers workers employees managers executives
    police prosecutors investigators aides advisers rebels activists campaigners people"""
)

# A name goes on with these without becoming somebody else's: "told BBC Radio", "told BBC News".
STATION_WORDS = words_of("radio television tv news")

# Words in lower case inside names and by-lines.
LOWER_IN_NAMES = words_of("of the and for de la le du des del al el da di der die das y e & on")
LOWER_IN_BYLINES = words_of("and in for of at with the de von van al bin")
