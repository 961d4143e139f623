"""The curators' entrance speaks their language, down to the field names."""

import pytest


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "label"), [("fr", "Mot de passe"), ("ar", "كلمة المرور"), ("en", "Password")])
def test_the_password_is_asked_for_in_the_language_of_the_browser(client, language, label):
    page = client.get("/admin/login/", headers={"accept-language": language}).content.decode()
    field = page[page.index('for="id_password"') :]
    assert label in field[: field.index("</label>")]
