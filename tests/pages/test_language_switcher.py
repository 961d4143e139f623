"""Languages of a page: the switcher, hreflang, and the page that says in which languages a thing exists."""

import re


def alternates(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html))


def test_hreflang_names_live_translations_only_and_they_answer_in_kind(client, museum):
    french = alternates(client.get(museum.story.url).content.decode())
    arabic = alternates(client.get(museum.story_ar.url).content.decode())
    assert set(french) == {"fr", "ar", "x-default"}
    assert french == arabic


def test_a_draft_translation_is_no_alternate(client, museum):
    museum.story_ar.unpublish()
    assert set(alternates(client.get(museum.story.url).content.decode())) == {"fr", "x-default"}


def test_a_record_has_four_alternates(client, museum):
    found = alternates(client.get("/fr/places/agadir/").content.decode())
    assert set(found) == {"fr", "ar", "en", "zgh", "x-default"}
    assert found["ar"].endswith("/ar/places/agadir/")


def test_the_switcher_keeps_the_reader_on_the_same_thing(client, museum):
    assert f'href="{museum.story_ar.url}"' in client.get(museum.story.url).content.decode()
    narrowed = client.get(f"/fr/collection/?theme={museum.theme.slug}").content.decode()
    assert f'href="/ar/collection/?theme={museum.theme.slug}"' in narrowed


def test_where_a_translation_is_missing_the_reader_learns_which_exist(client, museum):
    html = client.get(museum.french_only.url).content.decode()
    address = f"/ar/in-other-languages/{museum.french_only.translation_key}/"
    assert f'href="{address}"' in html
    answer = client.get(address)
    assert answer.status_code == 200
    assert 'lang="ar"' in answer.content.decode()
    assert museum.french_only.url in answer.content.decode()


def test_an_existing_translation_is_opened_at_once(client, museum):
    answer = client.get(f"/ar/in-other-languages/{museum.story.translation_key}/")
    assert answer.status_code == 302
    assert answer.url == museum.story_ar.url


def test_a_guessed_address_in_another_language_helps(client, museum):
    answer = client.get(f"/ar/hikayat/{museum.french_only.slug}/")
    assert answer.status_code == 404
    html = answer.content.decode()
    assert 'dir="rtl"' in html
    assert museum.french_only.url in html


def test_lists_show_untranslated_stories_marked_with_their_language(client, museum):
    html = client.get("/ar/stories/").content.decode()
    assert "قطار الفجر" in html
    assert museum.story.title not in html, "the Arabic version stands for the French one"
    assert museum.french_only.title in html
    assert re.search(r'lang="fr"[^>]*>[^<]*' + re.escape(museum.french_only.title), html) or re.search(
        r'lang="fr"[\s\S]{0,400}' + re.escape(museum.french_only.title), html
    )


def test_the_root_negotiates_once(client, museum):
    for accepted, expected in (
        ("ar-MA,ar;q=0.9", "/ar/"),
        ("zgh", "/zgh/"),
        ("nl", "/fr/"),
        ("en-GB", "/en/"),
        ("", "/fr/"),
    ):
        answer = client.get("/", headers={"accept-language": accepted})
        assert (answer.status_code, answer.url) == (302, expected), accepted
        assert "Accept-Language" in answer.headers["Vary"]
    assert "Accept-Language" not in client.get("/fr/").headers.get("Vary", "")


def test_words_of_the_interface_that_fall_back_are_marked_in_tamazight(client, museum):
    html = client.get(f"/zgh/artefacts/{museum.artefact.slug}/").content.decode()
    assert '<span lang="fr" dir="ltr">vers 1963</span>' in html
    navigation = html[html.index("<nav") : html.index("</nav>")]
    assert '<span lang="fr"' in navigation
