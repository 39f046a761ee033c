"""Who speaks in a sentence, where a verb of saying stands behind words that name nobody."""

from __future__ import annotations

import pytest

from corpus.outlets import OutletList
from corpus.reporting import read_reporting
from corpus.spans import Span

NOBODY = [
    # The verb goes on with an earlier subject; a part of the predicate is no speaker.
    "The port has been told of each step in advance and says no more.",
    "The board has thirty days to publish the rule and has said that it will.",
    "The agency calls the plan sound but warns that it is dear.",
    # "States" is a noun.
    "The court has judged quarrels between Nordic states since 1920.",
    "The accord was signed by two landlocked states that share a river.",
    "The panel, a group of judges from all nine member states, sits in Lima.",
    # So are claims, projects, reports and the like where nobody makes them.
    "The quarrel over conflicting territorial claims between them goes on.",
    "The duchy has approved nine bridge projects and has drawn up six more.",
    "The road was closed because of street protests, floods and a strike.",
    "It drew on old maps, laboratory notes, letters and a diary.",
    "The flight was taken as a turning point in the war.",
    "The abbot ignored reports that the wall leaks.",
    "The mayor voiced doubts and expressed fears that the dam would burst.",
    "The ruin was a testimony to the abbot's claims to be a prophet.",
    "Their works went on to shape Norse thought, and that of others.",
    "Wind projects exceeding one gigawatt are being built.",
    # Things show, and say nothing.
    "Higher wages suggest that recruits are few.",
    "The damage indicates that the boat struck a rock.",
    "The senate confirmed the judge in March.",
    "The attributes of the crown went to the abbey.",
    # Nothing stands behind what is denied.
    "The mill denied charging.",
    # What is disputed is no statement.
    "The duchy disputes the valley with two others.",
    "The crew was urged on by the crowd.",
    "The bank expects to close two halls.",
    "The abbey put the manuscript at risk.",
    # What is feared, expected or announced stands behind the verb.
    "The potters, for their part, fear cheaper clay from the coast.",
    "The mayor, two weeks in office, announced the closure of the baths.",
    "Lena Brook, a botanist, finds both gardens too dry.",
    "The valley, which has a well of its own, observes from a distance.",
    # Silence is not a statement.
    "The duchy has said nothing about the price.",
    "The abbot has long said little.",
    "The firm no longer insists that the mill be sold.",
    "Neither bank explained that the vault was empty.",
    "No judge has said that the wall must go.",
    # What is agreed to is no statement.
    "Brazil and Peru agreed to reopen talks on the price that they pay.",
    "The two sides agreed to the plan that the abbot drew up.",
    # Nor is what stands elsewhere in the text.
    "The views quoted above do not reflect those of the abbey.",
    "Rules at the port say that ships must wait.",
    "Other arguments along these lines claim that it leaks.",
    # A condition is no statement.
    "If the duchy says that it agrees, the gate opens.",
    "Nobody knows whether the abbot confirms that it leaks.",
    "Three valleys and the duchy feel confirmed.",
    "The league, a rich one, reckons the loss at two million.",
]

SPEAKERS = [
    ("Minister Beat Moser argues that the tunnel pays.", "Minister Beat Moser"),
    ("Bo Lund of the think tank Ostra thinks that it rains.", "Bo Lund of the think tank Ostra"),
    ("The historian Ivo Dahl has often explained that the wall is new.", "The historian Ivo Dahl"),
    ("Hotels had long complained of noise.", "Hotels"),
    ("Herders around the lake say that “nothing is left”.", "Herders around the lake"),
    ("Families along the border say they hear shots.", "Families along the border"),
    ("The clerk admitted to reporters that the dam leaks.", "The clerk"),
    ("The baker has so far said only that he waits.", "The baker"),
    ("A driver at one of them told reporters that it was late.", "A driver at one of them"),
    ("The canal, says their chairman, will freeze.", "their chairman"),
    ("Seasoned divers say that the lake is empty.", "Seasoned divers"),
    ("The file was lost, recalls Bo Lund of the archive, in a flood.", "Bo Lund of the archive"),
    ("The governor visited the dam in March and said that it leaks.", "The governor"),
    ("The warden wept and said the gates would hold.", "The warden"),
    ("Minister Ada Obi defended the sum, saying that it was fair.", "Minister Ada Obi"),
    ("Growers attribute the fall to a dry spring.", "Growers"),
    ("The clinic on Monday confirmed 12 cases of fever.", "The clinic"),
    ("The bank puts the bill at A$900 million.", "The bank"),
    ("“I would rather wait,” the mayor tells Lena Brook.", "the mayor"),
    ("Another told reporters that it was late.", "Another"),
    ("Villagers put the toll at fifteen.", "Villagers"),
    ("The farm ministry, whose own count is two, disputes the figure.", "The farm ministry"),
    ("Outside doctors urged caution.", "Outside doctors"),
    ("The coastguard has urged sailors to turn back.", "The coastguard"),
    ("Brokers at Ostra expect rents to ease in May.", "Brokers at Ostra"),
    ("The clerk termed it “a heap of old paper”.", "The clerk"),
    ("“Where is it now?” she asked.", "she"),
    ("It said the pier was unsafe.", "It"),
    ("The port office and WHO opened a ward, and WHO says the beds are full.", "WHO"),
    ("Doctors suggest that it spreads.", "Doctors"),
    ("A senior officer pushed back, insisting that the line held.", "A senior officer"),
    # Nobody goes on with what another has said.
    ("The gates shut, said the warden of Bar, adding that it was late.", "the warden of Bar"),
    ("Bo Lund claims, for example, that she left.", "Bo Lund"),
    ("Ada Finch notes, “It was late.”", "Ada Finch"),
    ("Some affected by the flood claim that it came late.", "Some affected by the flood"),
    ("The wall will go, the mayor claims.", "the mayor"),
    ("The firm claims to have sent boats.", "The firm"),
    ("The guild reports in its bulletin that the price fell.", "The guild"),
    ("As Lund and Finch point out, the wall is new.", "Lund and Finch"),
    ("Small states and towns hope for rain, and Ada Finch wrote to them.", "Ada Finch"),
]  # fmt: skip


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_piece_of_a_predicate_or_an_object_is_nobody_who_speaks(sentence: str) -> None:
    found = read_reporting(sentence, Span(0, len(sentence)), OutletList(()))
    assert found is None or found.speaker is None


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_whoever_speaks_is_named_in_full(sentence: str, speaker: str) -> None:
    found = read_reporting(sentence, Span(0, len(sentence)), OutletList(()))
    assert found is not None
    assert found.speaker == speaker
