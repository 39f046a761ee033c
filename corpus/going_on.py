"""Sentences that go on with what an outlet before them published, by verbs of other things.

"The newspaper also published a memo", "The site spoke to a guard who …", "The editorial
goes on to compare …", "It attributed the delay to …": whether the noun, or "it", stands for
an outlet is decided by what stands before (``corpus.renamed_outlets``, ``outlets_before``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.press_nouns import KIND_OF_INSTITUTE, PRESS_NOUN, SEVERAL
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span
from corpus.works_before import WORK

_OPENER = (
    r"(?:(?:But|And|Yet|Still|Meanwhile|Separately|Elsewhere|Later|In\s+addition|On\s+[\w\s]{3,20}),?"
    r"\s+)?"
)
_ADVERBS = r"(?:\s+(?:has|had|also|further|then|later|even|separately|subsequently|itself)){0,3}"
# With what somebody else has, or said, behind them: no news of the publisher's own.
_PUBLISHING = (
    r"publishe[sd]|posts|posted|released|prints|printed|ran|runs|carrie[sd]|aired|broadcasts?|"
    r"reproduce[sd]"
)
_INQUIRING = (
    r"(?:spoke|speaks|talked|talks)\s+(?:to|with)|interviews|interviewed|obtained|reviewed|examined|"
    r"viewed|saw|verified|analy[sz]ed|quotes|quoted|cites|cited|tracked|traced|counted|counts|"
    r"identified|identifies|found"
)
_JUDGING = (
    r"(?:goes|went)\s+on\s+to|continue[sd]|attribute[sd]|attributes|blames|blamed|puts|compares|"
    r"compared|described|describes|lists|listed|names|named|details|detailed|documents|documented|"
    r"recommends|recommended|highlights|highlighted|calls|called\s+for|credits|credited|estimates|"
    r"estimated|calculates|calculated|concludes|concluded|ends|closes|criticises|criticizes|"
    r"criticised|criticized|praises|praised|urges|urged|accuses|accused|warns\s+of|warned\s+of"
)
_DONE_BY_IT = (
    r"attribute[sd]|attributes|blames|blamed|puts|found|finds|estimates|estimated|concludes|"
    r"concluded|recommends|recommended|lists|listed|identifies|identified|documents|documented|"
    r"counts|counted|notes|noted|warns|warned|highlights|highlighted|cites|cited|adds|added|"
    r"calculates|calculated|names|named|describes|described|credits|credited|urges|urged|"
    r"calls\s+for|called\s+for|argues|argued|says|said|goes\s+on\s+to|predicts|predicted|projects"
)
_GOES_ON = re.compile(
    rf"\W{{0,3}}{_OPENER}(?:"
    rf"(?P<press>[Tt]h(?:e|is)\s+{PRESS_NOUN}|(?i:{SEVERAL})){_ADVERBS}\s+(?P<act>{_PUBLISHING}|{_INQUIRING}|{_JUDGING})"
    rf"|(?P<work>[Tt]h(?:e|is)\s+{WORK}){_ADVERBS}\s+(?P<does>{_JUDGING}|found|cites|cited|quotes|quoted|"
    rf"identifies|identified)"
    rf"|(?P<it>It|The\s+{KIND_OF_INSTITUTE}){_ADVERBS}\s+(?P<found>{_DONE_BY_IT})"
    r")(?![\w’'-])(?!\s+(?:by|its|itself)\b)"
)


def find_going_on(masked: str) -> Iterator[SourcePhrase]:
    """The noun, or the pronoun, with which the sentence ``masked`` goes on so."""
    found = _GOES_ON.match(masked)
    if found is None:
        return
    for subject, verb in (("press", "act"), ("work", "does"), ("it", "found")):
        if found[subject] is not None:
            said = " ".join(found[verb].casefold().split())
            yield SourcePhrase(Position.OPINION, Span(*found.span(subject)), said)
