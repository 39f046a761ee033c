"""Closed word lists of English that the parsing rules lean on.

Nothing here comes from a particular article: they are the function words, the
abbreviations, the verbs of saying and the words that headings are made of. The
words of the press are in ``corpus.press_words``.
"""

from __future__ import annotations

from corpus.calendar import CALENDAR_ABBREVIATIONS


def words_of(text: str) -> frozenset[str]:
    """The words of ``text`` as a set."""
    return frozenset(text.split())


# Abbreviations that a name or a number follows, so that their stop never ends a sentence.
NEVER_FINAL = words_of(
    """mr mrs ms mx dr prof gen sen rep gov lt col capt cpl sgt cmdr adm maj hon rev fr sr
    pres amb messrs mmes st mt ft vs v e.g i.e cf viz approx ca fig figs eq sec vol pp ed eds
    op art para ext tel dist"""
)

# Abbreviations that a number or a name may follow, and that may also close a sentence.
MAY_BE_FINAL = CALENDAR_ABBREVIATIONS | words_of(
    """inc ltd co corp plc llc bros jr etc al est dept univ ave blvd rd no nos a.m p.m ph.d
    m.d b.a m.a d.c u.s u.k u.n e.u u.s.a u.a.e cos mfg assn bn mn tn km kg cm lb oz mph"""
)

# Those of the abbreviations that are words as well.
ALSO_WORDS = words_of("no nos sun sat may art fig para op sec ext gen rep dist")

# Words that open a sentence more often than they stand in the middle of a name.
STARTERS = words_of(
    """the a an this that these those it its he his she her they their we our i you your there
    here in on at by for from with without after before since until while when where what why how
    who which whose if although though because as but and or so yet however meanwhile moreover
    still also then thus therefore nevertheless nonetheless instead despite during under over
    between among amid against about according both each every some any many most several few
    all no not neither one two three four five six seven eight nine ten another other others
    once only even just now today yesterday tomorrow last next later earlier recently officials
    analysts experts critics supporters further additionally finally first second third to of
    such same none nobody nothing everyone everything should could would will may might must can
    does do did is are was were has have had let unlike like per via elsewhere"""
)

FUNCTION_WORDS = STARTERS | words_of(
    "be been being than too very more less much own up down out off into onto upon within across "
    "through toward towards them him us me my mine hers theirs ours be nor"
)

PRONOUNS = words_of("i you he she it we they him her them us me who this that these those there")

DETERMINERS = words_of(
    "the a an this that these those its his her their our your my some many most several few all "
    "both one two three another other no any each every such"
)

PREPOSITIONS = words_of(
    """of for from with within without against above across among amid about after before behind
    below beside between beyond by despite during in inside into like near off on onto out outside
    over per since through to toward towards under until upon via at alongside"""
)

# Verbs that say something only with a clause at once behind them, or set into one: "holds that
# it is legal", but not "holds shares that were sold".
THAT_ALONE = words_of(
    """hold holds held maintain maintains maintained answer answers answered replies reply retorts
    retorted retort object objects objected demand demands demanded calculate calculates calculated
    ruled regret regrets regretted protest protests protested swears swore agree agrees agreed
    repeats repeated proposes proposed recommends recommended found finds find asks ask
    clarified clarifies"""
)

# Verbs of saying: whoever stands before them (or after them, inverted) is a speaker.
SAYING = THAT_ALONE | words_of(
    """said says say told tells tell reported reports report noted notes note wrote writes write
    added adds add argued argues argue warned warns warn stated states state announced announces
    announce claimed claims claim confirmed confirms confirm denied denies deny explained
    explains explain predicted predicts predict estimated estimates estimate believed believes
    believe suggested suggests suggest acknowledged acknowledges acknowledge insisted insists
    insist stressed stresses stress emphasised emphasises emphasized emphasizes emphasise
    emphasize declared declares declare revealed reveals reveal observed observes observe
    commented comments comment remarked remarks remark cautioned cautions caution concluded
    concludes conclude recalled recalls recall asserted asserts assert contended contends
    contend quipped joked conceded concedes concede admitted admits admit alleged alleges allege
    testified disclosed discloses disclose quoted quotes forecast forecasts projected projects
    reckoned reckons reckon thought thinks think doubted doubts doubt disputed disputes dispute
    countered counters responded replied reiterated reiterates pointed points point asked urged
    urges called complained complains complain affirmed affirms affirm confided confides sighed
    sighs grumbled muttered exclaimed thundered boasted vowed promised pledged signalled signaled
    indicated indicates indicate expects expected expect fear fears feared hinted hints tweeted
    posted detailed outlined lamented assured assures praised criticised criticized
    described describes"""
)

# Verbs of saying that need a clause after them before a subject counts as a speaker:
# "the bank expects growth" is a report of belief, "the firm reported revenue" is not.
CLAUSE_ONLY = THAT_ALONE | words_of(
    """reported reports report states state notes note points asked claims claim projects
    comments comment estimates forecast forecasts observed observes expects expected expect
    quotes quoted counters posted called described describes thought fear fears feared promised
    pledged vowed urged urges praised criticised criticized detailed outlined indicated
    indicates indicate recalls recall recalled signalled signaled disputed disputes dispute
    pointed point responded disclosed discloses disclose revealed reveals reveal confirmed confirms
    confirm denied denies deny announced announces announce declared declares declare added adds
    add alleged tells tell caution cautions stress stresses explained explains explain
    acknowledged acknowledges acknowledge admitted admits admit conceded suggests suggest
    suggested concluded emphasised emphasized emphasises emphasizes stressed hinted hints
    predicts predicted predict estimated argues think thinks doubted doubts doubt believe
    believes believed reckons reckon assured assures"""
)

# Words that headings are made of; used only where a heading is glued to a sentence.
HEADING_WORDS = words_of(
    """background context overview summary conclusion conclusions analysis impact implications
    outlook reaction reactions response caveats risks challenges timeline key takeaways
    takeaway highlights significance introduction details consequences next steps looking
    ahead bottom line big picture backdrop explainer explained facts figures perspective
    perspectives opportunities concerns criticism reality stakes matters means happens
    expect know watch market markets economy policy quick glance why what how who where when
    whats"""
)

QUESTION_WORDS = words_of("why what how who where when which whats whos")

# Verb forms that show a short fragment to be a clause. Forms that are as often nouns are left out.
FINITE_VERBS = words_of(
    """is are was were be am has have had do does did will would can could may might shall should
    must isn't aren't wasn't weren't won't don't doesn't didn't can't couldn't hasn't haven't
    said says told remain remains arise arises arose exist exists continue continues become
    becomes became begin begins began come comes came go goes went get gets got give gives gave
    keep keeps kept know knows knew make makes made take takes took see sees saw seem seems
    seek seeks sought say think thinks thought find finds found hold holds held bring brings
    brought show shows showed feel feels felt leave leaves left lose loses lost meet meets met
    pay pays paid put puts run runs ran send sends sent sit sits sat speak speaks spoke spend
    spends spent stand stands stood tell tells understand win wins won write writes wrote fall
    falls fell rise rises rose grow grows grew sell sells sold buy buys bought lead leads led
    wait waits vary varies differ differs persist persists matter matters loom looms linger
    lingers abound abounds follow follows ensue ensues mount mounts occur occurs happen happens
    appear appears believe believes hope hopes want wants need needs let lets break breaks broke
    froze rang sang drank stole ate beat bent bit bled bred burnt burst caught clung crept dealt
    dug fled flung fought forgot forbade hung laid lay leapt lit meant rode sewed shone shook shot
    shown slept slung spat split spun stole stuck stung struck stank swept swore taught thrust trod
    wound wrung
    drive drives drove draw draws drew fly flies flew sank sink sinks swam shut cut hit quit
    shrank shrink shrinks slid slide slides sprang swung tore wore wept woke"""
)

# Verbs that only show a short line to be a clause; a noun like one of them is rare in a label.
CLAUSE_VERBS = words_of(
    """intend intends refuse refuses decide decides deserve deserves depend depends belong belongs
    prefer prefers require requires include includes consist consists contain contains enjoy
    enjoys suffer suffers survive survives prevail prevails provides receives produces creates
    reduces improves serves performs operates employs represent represents reflects involves
    comprise comprises protect protects prevents undertook undertakes destroys replaces joins
    expands exceeds constitutes rely relies tend tends inherit inherits migrate migrates threaten
    threatens affect affects allow allows owns"""
)

# Auxiliaries open questions, and stand in the middle of title-case headings.
AUXILIARIES = words_of(
    "is are was were has have had does do did will would can could may might must should"
)

# Verbs of saying that are nouns as often: "its export estimate" says nothing.
NOUN_LIKE_SAYING = words_of(
    "report note comment estimate claim state caution stress fear dispute find remark doubt"
)

# Verbs of saying that a verbless label may hold: "Key points:".
SAYING_OR_PLURAL = words_of(
    """points reports notes comments estimates claims states quotes projects forecasts remarks
    cautions stresses fears disputes finds"""
)

# Verbs that call somebody something and say nothing by themselves.
NAMING_VERBS = words_of("called asked urged call described praised")

# What anybody says in speech; a publisher that only says speaks for itself.
PLAIN_SPEECH = words_of("say says said tell tells told")

# Plural words without an s.
PLURALS = words_of(
    "people police men women children media data we they you i many some several most few both and"
)

# Words that may stand between a subject and its verb: "the ministry also said".
BEFORE_VERBS = words_of(
    """also later reportedly has have had previously repeatedly recently earlier then once again
    publicly privately separately initially still now further would did jointly all first
    both since often long always already so far nevertheless nonetheless therefore thus too
    even"""
)

# Nouns and names of newspapers that end like adverbs: "a small ally has announced".
NO_ADVERBS = words_of(
    """ally family assembly italy july supply monopoly anomaly rally bully reply daily weekly
    fortnightly monthly quarterly elderly homily lily"""
)

# Words that a subject never reaches over.
CLAUSE_WORDS = words_of(
    """but while though although because that as so yet whereas when after if since where until
    before unless which who whom what how why or nor then than only even is are was were be been
    being not it's"""
)

# A noun phrase ends before these.
PHRASE_ENDS = words_of(
    """that who which whom while when after before as because but although though if since until
    whose where whereas yesterday today tomorrow earlier later again separately is are was were has
    have had will would can could may might must should do does did put puts"""
)
DANGLING = words_of("and the a of in with at from for on")

# "declined to comment", "the report": the word behind these is no verb of saying.
BEFORE_NOUNS = words_of("to for no of a an the this that its their his her any on in by from with")
BEFORE_PARTICIPLES = words_of("is are was were be been being can could may might must should will")

# "an aide close to the president": behind these, "to" goes on with the phrase.
TAKE_TO = words_of("close loyal sympathetic opposed adviser advisor aide ambassador envoy next")

TIME_OPENERS = words_of("on in at by during after before since early late this last")
TIME_PREPOSITIONS = words_of("on in at by during late early last this")
TIME_NOUNS = words_of("week month year")
OCCASIONS = words_of("statement report interview speech letter year week month")
CONNECTIVES = words_of("and meanwhile however still now instead")

# Generic groups that are sources though each is a function word elsewhere.
SPEAKING_GROUPS = words_of(
    """officials analysts experts critics supporters some many others another several most he she
    they we i you"""
)
# "Reuters reported by phone": nobody's name.
MEANS_OF_SAYING = words_of("phone telephone email e-mail letter text fax post")
NEVER_SPEAK = words_of("what how why whether there it this that which to everybody everyone")
