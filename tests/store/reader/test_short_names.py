"""Short names: the same ever after, and as long as it takes."""

from store.reader.short_names import SHORTEST, hashed, named, short_names


def test_names_are_short_stable_and_tell_apart() -> None:
    ids = [f"2024{number:016}" for number in range(3000)]
    names = short_names(ids)
    assert len(set(names.values())) == len(ids)
    assert all(hashed(each).startswith(name) for each, name in names.items())
    lengths = sorted(map(len, names.values()))
    assert (lengths[0], lengths[1500]) == (SHORTEST, SHORTEST)
    some = short_names(ids[:7])
    assert some == {each: names[each][: len(some[each])] for each in ids[:7]}


def test_what_begins_a_name_means_it() -> None:
    ids = ("20240305", "2024030511", "20250101")
    assert named("20240305", ids) == ["20240305"], "what it is, it is"
    assert named("2024", ids) == ["20240305", "2024030511"]
    assert named(hashed(ids[2])[:6], ids) == [ids[2]]
    assert named("", ids) == []
