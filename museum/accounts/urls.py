from django.urls import path

from museum.accounts import views

app_name = "second_factor"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("begin/", views.begin, name="begin"),
    path("app/", views.add_app, name="app"),
    path("passkey/", views.add_passkey, name="passkey"),
    path("codes/", views.recovery_codes, name="codes"),
    path("check/", views.check, name="check"),
    path("remove/<slug:kind>/<int:pk>/", views.remove, name="remove"),
    path("passkey/registration/begin/", views.BeginRegistration.as_view(), name="registration_begin"),
    path("passkey/registration/complete/", views.CompleteRegistration.as_view(), name="registration_complete"),
    path("passkey/authentication/begin/", views.BeginAuthentication.as_view(), name="authentication_begin"),
    path("passkey/authentication/complete/", views.CompleteAuthentication.as_view(), name="authentication_complete"),
]
