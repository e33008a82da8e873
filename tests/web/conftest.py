import pytest

from web.serving import hostile, sample, served


@pytest.fixture(scope="session")
def story(tmp_path_factory):
    """The record of the sample story, for those who only read it."""
    return sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def site(story):
    """The address of a server of the sample story that takes no rulings."""
    with served(story, "--read-only") as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory):
    """The address of a server of an article full of markup."""
    with served(hostile(tmp_path_factory.mktemp("hostile"))) as address:
        yield address
