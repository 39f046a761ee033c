"""Closed word lists of English and of newspaper style that the parsing rules lean on.

Nothing here comes from a particular article: they are the function words, the
abbreviations, the verbs of saying and the words that publications and headings
are named with.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations that a name or a number follows, so that their stop never ends a sentence.
NEVER_FINAL = _words(
    """mr mrs ms mx dr prof gen sen rep gov lt col capt cpl sgt cmdr adm maj hon rev fr sr
    pres amb messrs mmes st mt ft vs v e.g i.e cf viz approx ca fig figs eq sec vol pp ed eds
    op art para ext tel dist"""
)

# Abbreviations that a number or a name may follow, and that may also close a sentence.
MAY_BE_FINAL = _words(
    """inc ltd co corp plc llc bros jr etc al est dept univ ave blvd rd no nos a.m p.m ph.d
    m.d b.a m.a d.c u.s u.k u.n e.u u.s.a u.a.e jan feb mar apr jun jul aug sep sept oct nov
    dec mon tue tues wed thu thur thurs fri sat sun cos mfg assn bn mn tn km kg cm lb oz mph"""
)

# Words that open a sentence more often than they stand in the middle of a name.
STARTERS = _words(
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

FUNCTION_WORDS = STARTERS | _words(
    "be been being than too very more less much own up down out off into onto upon within across "
    "through toward towards them him us me my mine hers theirs ours be nor"
)

PRONOUNS = _words("i you he she it we they him her them us me who this that these those there")

DETERMINERS = _words(
    "the a an this that these those its his her their our your my some many most several few all "
    "both one two three another other no any each every such"
)

# Verbs of saying: whoever stands before them (or after them, inverted) is a speaker.
SAYING = _words(
    """said says say told tells tell reported reports report noted notes note wrote writes write
    added adds add argued argues argue warned warns warn stated states state announced announces
    announce claimed claims claim confirmed confirms confirm denied denies deny explained explains
    explain predicted predicts predict estimated estimates estimate believed believes believe
    suggested suggests suggest acknowledged acknowledges acknowledge insisted insists insist
    stressed stresses stress emphasised emphasises emphasized emphasizes emphasise emphasize
    declared declares declare revealed reveals reveal observed observes observe commented
    comments comment remarked remarks remark cautioned cautions caution concluded concludes
    conclude recalled recalls recall asserted asserts assert contended contends contend maintained
    maintains quipped joked conceded concedes concede admitted admits admit alleged alleges
    allege testified disclosed discloses disclose quoted quotes forecast forecasts projected
    projects reckoned reckons reckon thought thinks think disputed disputes dispute countered
    counters responded replied reiterated reiterates pointed points asked urged urges called
    complained complains complain affirmed affirms affirm confided confides sighed sighs
    shrugged grumbled muttered exclaimed thundered boasted vowed promised pledged signalled signaled indicated indicates
    indicate expects expected expect fear fears feared found finds hinted hints tweeted posted
    detailed outlined lamented praised criticised criticized described describes"""
)

# Verbs of saying that need a clause after them before a subject counts as a speaker:
# "the bank expects growth" is a report of belief, "the firm reported revenue" is not.
CLAUSE_ONLY = _words(
    """reported reports report states state notes note points asked claims claim projects found
    finds comments comment estimates forecast forecasts observed observes expects expected expect
    maintained maintains quotes quoted counters posted called described describes thought fear
    fears feared promised pledged vowed urged urges praised criticised criticized detailed
    outlined indicated indicates indicate recalls recall recalled report signalled signaled
    disputed disputes dispute pointed responded disclosed discloses disclose revealed reveals
    reveal confirmed confirms confirm denied denies deny announced announces announce declared
    declares declare added adds add alleged tells tell caution cautions stress stresses explained
    explains explain acknowledged acknowledges acknowledge admitted admits admit conceded
    suggests suggest suggested concluded emphasised emphasized emphasises emphasizes stressed
    outlined hinted hints predicts predicted predict estimated argues think thinks believe
    believes believed reckons reckon"""
)

# What publications are called; a capitalised name that holds one of them is a publisher's.
PUBLICATION_WORDS = _words(
    """times post news newspaper gazette herald tribune journal daily weekly monthly review
    observer press radio tv television channel broadcasting broadcaster agency newswire wire
    chronicle courier dispatch echo examiner express globe guardian independent inquirer
    ledger mail mirror bulletin monitor record register reporter sentinel standard star sun
    telegraph magazine online digest report observatory today argus advertiser
    zeitung presse journal diario gazeta pravda novosti blog podcast"""
)

# Words after an outlet's name that make it part of a longer name or of a job title.
ROLE_WORDS = _words(
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
REPORT_NOUNS = _words(
    """report reports article articles story investigation analysis poll survey tally interview
    dispatch editorial column commentary study briefing documentary podcast newspaper
    magazine website broadcaster agency newswire network channel"""
)

# Words that headings are made of; used only where a heading is glued to a sentence.
HEADING_WORDS = _words(
    """background context overview summary conclusion conclusions analysis impact implications
    outlook reaction reactions response caveats risks challenges timeline key takeaways takeaway
    highlights significance introduction details consequences next steps looking ahead bottom
    line big picture backdrop explainer explained facts figures perspective perspectives
    opportunities concerns criticism reality stakes matters means happens expect know watch
    market markets economy policy quick glance why what how who where when whats"""
)

QUESTION_WORDS = _words("why what how who where when which whats whos")

# Verb forms that show a short fragment to be a clause. Forms that are as often nouns are left out.
FINITE_VERBS = _words(
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
    dug fled flung fought forgot forbade hung laid lay leapt lit meant rode sewed shone shook shot shown slept
    slung spat split spun stole stuck stung struck stank swept swore taught thrust trod wound wrung
    drive drives drove draw draws drew fly flies flew sank sink sinks swam shut cut hit quit
    shrank shrink shrinks slid slide slides sprang swung tore wore wept woke"""
)

CALENDAR_WORDS = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december"""
)
