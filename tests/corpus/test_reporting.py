"""Credits in a sentence's own grammar: outlets, speakers, and what is only mentioned."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span

OUTLETS = [
    ("Reuters reported that the mine would close.", "Reuters", None),
    ("The mine would close, Reuters reported.", "Reuters", None),
    ("The mine would close, Reuters reports.", "Reuters", None),
    ("Reuters says the mine will close.", "Reuters", None),
    ("Reuters, citing two officials, said the mine would close.", "Reuters", "two officials"),
    ("Bloomberg News reported on Friday that the mine would close.", "Bloomberg", None),
    ("The Times of India reports that the road has reopened.", "The Times of India", None),
    ("According to AFP, the mine would close.", "AFP", None),
    ("According to a Bloomberg report, the mine would close.", "Bloomberg", None),
    ("According to Reuters and the BBC, it would close.", "Reuters BBC", None),
    ("La reforma saldrá adelante, according to El País.", "El País", None),
    ("The mine would close, per Axios, though not soon.", "Axios", None),
    ("The mine would close, per Axios.", "Axios", None),
    ("Sources told Haaretz that the talks had failed.", "Haaretz", "Sources"),
    ("José Peña told La Nación that it was safe.", "La Nación", "José Peña"),
    ("It took a week, as told to The Hindu.", "The Hindu", None),
    ("The plan, seen by the Guardian, costs £3m.", "The Guardian", None),
    ("A Reuters poll showed that few agree.", "Reuters", None),
    ("In an interview with Der Spiegel, Olaf Brandt said it was.", "Der Spiegel", "Olaf Brandt"),
    ("Ada Obi wrote in Le Monde that it was.", "Le Monde", "Ada Obi"),
    ("State news agency IRNA said the strait is closed.", "IRNA", None),
    ("As the New York Times reported in March, it lost money.", "The New York Times", None),
    ("The Financial Times first reported the plan.", "Financial Times", None),
    ("The plan was first reported by the Financial Times.", "Financial Times", None),
    ("The mine would close, Kanal 4 reported.", "Kanal 4", None),
    ("Spies, The Washington Post reported last month, knew it.", "The Washington Post", None),
    ("Losses mount, says the FT.", "Financial Times", None),
    ("It cost $4m, according to an estimate by Oxford Economics.", "Oxford Economics", None),
    ("Israel’s Channel 12 reported that it was near.", "Channel 12", None),
    ("The mine would close, Reuters’ Ann Lee reports.", "Reuters", None),
    ("The newspaper Salt said that the mine would close.", "Salt", None),
    ("Exports rose 3% (Reuters) while imports fell.", "Reuters", None),
    (
        "Oslo has signed, while Rome, said the South China Morning Post, kept silent.",
        "South China Morning Post",
        None,
    ),
    ("Israel's Channel 12 reported on Monday that it had withdrawn.", "Channel 12", None),
    ("“Who pays?” asked Le Monde on Monday.", "Le Monde", None),
    ("Le Monde and the Economist reported that it sank.", "Le Monde The Economist", None),
    ("Reuters reported by phone from Kabul that it was quiet.", "Reuters", None),
    ("The Guardian, while noting the risks, reported that it was safe.", "The Guardian", None),
    ("Six pieces claimed by Rome will stay, Dagens Nyheter reported.", "Dagens Nyheter", None),
    ("Ada Obi, quoted by Bloomberg, called the vote “a door”.", "Bloomberg", "Ada Obi"),
    ("The Atlantic Council reported in March that no lender had signed.", "Atlantic Council", None),
    ("The Lancet put the true toll at about three times as high.", "The Lancet", None),
    ("The Financial Times puts the yearly cost of both at €140m.", "Financial Times", None),
    # Set into what it found out, a publisher is the source; so is one that judges.
    ("The pit floods twice a year, Balkan Insight relates.", "Balkan Insight", None),
    ("The pit, the Financial Times has learned, will close.", "Financial Times", None),
    ("It will cost, as Bloomberg calculates, three times as much.", "Bloomberg", None),
    ("It held for 23 days on average, as Le Monde has worked out.", "Le Monde", None),
    ("Euronews calls the plan bold but dear.", "Euronews", None),
    ("Bloomberg has since learned that the bank will close.", "Bloomberg", None),
    ("The Financial Times has learned of talks with a buyer.", "Financial Times", None),
    ("The strait was shut, RNZ reported from Port Vila.", "RNZ", None),
    ("Bloomberg quotes two advisers who call it late.", "Bloomberg", None),
    ("Reuters quoted one diplomat as saying that it was off.", "Reuters", "one diplomat"),
    ("Experts quoted by Nature welcome the move.", "Nature", None),
    ("It is late, Business Daily reports.", "Business Daily", None),
    ("The Economist supposes that it will hold.", "The Economist", None),
    ("It is late, the Kleine Zeitung reports.", "Kleine Zeitung", None),
    ("The line, the Globe and Mail recalls, was late.", "The Globe and Mail", None),
    ("The navy, when asked by Reuters, replied that it was.", "Reuters", "The navy"),
    ("It is late, said a diplomat to Reuters.", "Reuters", "a diplomat"),
    ("It is late, as Ada Obi put it in the Guardian.", "The Guardian", "Ada Obi"),
    ("The Guardian understands that she will resign.", "The Guardian", None),
    ("Reuters has seen a leaked draft, which names no date.", "Reuters", None),
    ("The Financial Times has reviewed the internal documents.", "Financial Times", None),
    ("It is, in the reading of the Carnegie Endowment, a test.", "Carnegie Endowment", None),
    ("An aide informed Haaretz that the pit would close.", "Haaretz", None),
    ("The sum was leaked to Der Spiegel in May.", "Der Spiegel", None),
    # The article of a name may be small, where nobody but a publisher can be meant.
    ("Ada Obi told the Hindu that it was.", "The Hindu", "Ada Obi"),
    ("Two divers, quoted by the Nation, saw it.", "The Nation", None),
    ("The pit would close, the Hindu reported.", "The Hindu", None),
]
SPEAKERS = [
    ("It is won by roasting, explains the US Geological Survey.", "the US Geological Survey"),
    (
        "A study by the Union for Conservation of Nature reckons that it shrank.",
        "A study by the Union for Conservation of Nature",
    ),
    ("The École d'Extrême-Orient warns that it corrodes.", "The École d'Extrême-Orient"),
    ("The Group of Seven warned China that it would act.", "The Group of Seven"),
    ("A survey of 2021 finds that prices rose.", "A survey of 2021"),
    ("The bank, although cautious, said growth would reach 3%.", "The bank"),
    ("“Act now,” urged the UN chief.", "the UN chief"),
    ("The ministry announced by email that it would close.", "The ministry"),
    ("The Hill Institute, a think tank in Bar, doubts that it would.", "The Hill Institute"),
    ("The ministry said that the mine would close.", "The ministry"),
    ("The mine would close, the ministry said on Monday.", "the ministry"),
    ("“It is over,” said Zoë Müller, a striker.", "Zoë Müller"),
    ("“It is over,” she said.", "she"),
    ("Dr. Imran Sheikh, the county’s chief engineer, told an inquiry it was.", "Dr. Imran Sheikh"),
    ("The ministry on Monday said it would close.", "The ministry"),
    ("On Monday the ministry said it would close.", "the ministry"),
    ("According to a senior U.S. official, it would close.", "a senior U.S. official"),
    ("According to experts, it would close.", "experts"),
    ("It is seen by U.S. officials as a gain.", "U.S. officials"),
    ("Analysts at Chatham House say such duties rarely last.", "Analysts at Chatham House"),
    ("The Economist Intelligence Unit said it would.", "The Economist Intelligence Unit"),
    ("The Reuters Institute said that few pay.", "The Reuters Institute"),
    ("The World Health Organization said it would.", "The World Health Organization"),
    ("A grid operator who took part put it plainly:", "A grid operator who took part"),
    ("A source close to the talks said no.", "A source close to the talks"),
    ("Critics in the party claim that it will.", "Critics in the party"),
    ("“We stay,” Ada Obi wrote in a post on X.", "Ada Obi"),
    ("The president said on Truth Social that it would.", "The president"),
    ("One expert noted:", "One expert"),
    ("The institute expects frost, it said in a statement.", "it"),
    ("A guide told the Hindu boy that it was late.", "A guide"),
    (
        "A study by the Independent Commission found that it rose.",
        "A study by the Independent Commission",
    ),
    ("As one diver put it, the lake is empty.", "one diver"),
    ("Members who feel cheated say that they will sue.", "Members who feel cheated"),
    # Who says what something is.
    ("Gisela Ortiz called the vote a second disappearance.", "Gisela Ortiz"),
    ("The leader, asked twice, calls it astrology.", "The leader"),
    ("The operator speaks of four reports.", "The operator"),
    ("Álvaro Quintas described the scheme as the last.", "Álvaro Quintas"),
    ("Norway accuses Chile of having been late.", "Norway"),
    ("The insurer blames the ship's master.", "The insurer"),
    ("Ada Obi likens the vote to a door.", "Ada Obi"),
    ("The opposition asks why it was late.", "The opposition"),
    # Verbs that need a clause at once.
    ("Brussels replies that access was promised.", "Brussels"),
    ("The union, led by Raitis Ozols, demands that wages rise.", "The union"),
    ("The court held that the victims were old.", "The court"),
    ("An inquiry found no evidence that he lied.", "An inquiry"),
    ("Brazil has let it be known that it will not pay.", "Brazil"),
    ("Ada Obi nevertheless said she was open to it.", "Ada Obi"),
    ("A small ally has announced that it will leave.", "A small ally"),
    ("The Court of Auditors had found in 2021 that it was late.", "The Court of Auditors"),
    ("The unions for their part say that it is late.", "The unions"),
    ("By the estimate of the audit office the line will close.", "the audit office"),
    # The name behind a description belongs to it.
    ("Its director, Inès Roubaud, warns of floods.", "Its director, Inès Roubaud"),
    (
        "It was not asked, complained its minister, Aviâja Petersen.",
        "its minister, Aviâja Petersen",
    ),
    ("“Act now,” said the UN chief, when asked.", "the UN chief"),
    (
        "Analysts at the Institute for Security Studies point out that it is late.",
        "Analysts at the Institute for Security Studies",
    ),
    ("Furio Cabras of Cagliari reckons the cost at 190 million.", "Furio Cabras of Cagliari"),
    ("A union is less content and warns that it is late.", "A union"),
    ("It costs 190, the Rubber Board states.", "the Rubber Board"),
    ("It is lost, by the estimate of the cashew council, each year.", "the cashew council"),
    ("Examiner Fionnuala Keogh said that it was late.", "Examiner Fionnuala Keogh"),
    ("Reporter Ada Obi said that it was late.", "Reporter Ada Obi"),
    # Between commas, whoever stands behind the verb speaks.
    ("It has more than Gabon, and buyers, says the dealer CRU, would need it.", "the dealer CRU"),
]
NOBODY = [
    "The union called a strike for Monday.",
    "The minister called the president a day later.",
    "The river, called the Okavango, rose.",
    "The talks were described as a success.",
    "The museum holds objects that were stolen in a raid.",
    "The bank holds shares that were sold.",
    "The divers found weevils that were alive.",
    "The agency, founded in May, maintains a list.",
    "Its new demands that wages rise were refused.",
    "It will end as soon as parliament has agreed.",
    "Two candidates expect to leave the bank.",
    "It is sold fresh, as the buyers demand.",
    "Hardly anyone holds that he wore it.",
    "Banks which moved staff abroad approved projects faster.",
    "The firm never replied to a letter.",
    "Neither they nor Washington have denied it.",
    "It weighs more than its size suggests.",
    "It is frozen until an auditor reports.",
    "The nun wrote a letter of eleven pages.",
    "Whoever leaves casts doubt on that.",
    "Some people worked on such projects.",
    "It began with a video, seen by six million people.",
    "It is paid for by a permit obtained by the deputy minister.",
    "Denmark shut its embassy, citing costs.",
    "Losses are shared according to population and not by guilt.",
    "India is reported to want a veto over some of them.",
    "The broadcaster's owner has gone.",
    "They raise another point: it is late.",
    "A man accused of theft was freed.",
    "The frost is blamed for the loss.",
    "The unions ask for more.",
    "The divers found no berth.",
    "The lake froze and thawed.",
    "The Times called the police.",
    "The Economist considers the offer for its Asian arm.",
    "Dawn describes the fields in gold.",
    "Last year, the Guardian established, with two banks, a fund.",
    "After a year in print, the Independent worked, as a site, for fewer.",
    "In the account of the bank, nine dollars remained.",
    "The Guardian defended the rise of its price.",
    "Bloomberg sees revenue rising by a tenth.",
    "The Washington Post calls itself independent.",
    "CNN has learned the price of haste.",
    "In May, CNN learned that its van was gone.",
    "Reuters has seen its contracts cut.",
    "Bloomberg has seen a fall in letters from readers.",
    "Bloomberg has obtained a licence.",
    "The ministry has seen the draft.",
    "The ministry calls the plan bold.",
    "Rents put it out of reach.",
    "The rent is put at $38 million.",
    "The deal puts the value of the firm at $2 billion.",
    "The Guardian put the story on its site at 9 a.m.",
    "Bloomberg put its London office on lockdown at 3 p.m.",
    "The storm put the power out at about 20 stations.",
    "It rose, according to the Labour Force Survey.",
    "There are growing doubts that the plant will open.",
    "The senator dismissed doubts that it would hold.",
    "More than half of it is owed by two states which nobody names.",
    "One of the two states that border the lake wants a share.",
    "A report on the six disputed bronzes is due in May.",
    "The river, called the Okavango once it has crossed the border, feeds a delta.",
    "It went according to plan.",
    "The BBC has contacted the firm.",
    "Reuters could not verify the claim.",
    "The firm did not reply to CNN.",
    "She worked for the Financial Times until 2009.",
    "Her move holds weight for Atlantic Council.",
    "Shares in the New York Times Company rose.",
    "Time will tell whether it holds.",
    "The post office will close on Friday.",
    "It costs $3 per barrel, per day.",
    "He is said to be rich.",
    "The bank declined to comment.",
    "Grainline has cut its export estimate by 400,000 tonnes.",
    "Several points should be kept in mind:",
    "The firm reported revenue of $3m.",
    "“Reuters reported it” is a lie.",
    "",
]


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(("sentence", "outlets", "speaker"), OUTLETS)
def test_an_outlet_in_a_sources_position_is_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_anybody_else_in_a_sources_position_is_a_speaker(sentence: str, speaker: str) -> None:
    assert reported(sentence) == ("", speaker)


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_mention_is_credited_to_nobody(sentence: str) -> None:
    assert reported(sentence) == ("", None)


def test_the_cue_covers_the_name_at_its_place_in_the_article() -> None:
    text = "It rained. The mine would close, the newspaper Le Monde reported."
    found = read_reporting(text, Span(11, len(text)), load_outlets())
    assert found is not None
    assert found.cue.of(text) == "Le Monde"
