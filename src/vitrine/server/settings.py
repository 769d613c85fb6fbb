"""Django's settings, all from `options` and the home."""

import os

import dj_database_url
from django.utils.translation import gettext_lazy as _

from vitrine.server.home import COLLECTION_ONLY, secret_key
from vitrine.server.options import home, names, option

HOME = home()
SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = names("VITRINE_HOSTS")
SITE_URL = option("VITRINE_SITE_URL").rstrip("/")

# Commands that need only the collection start on it alone: Wagtail takes a second to wake (see `start.wake`).
_COLLECTION_APPS = [
    "vitrine.server.jobs",
    "vitrine.server.collection",
    "vitrine.server.collection.mending",
    "vitrine.server.search",
    "django_tasks",
    "django_tasks_db",
]
_SITE_APPS = [
    "vitrine.server.site",
    "vitrine.server.stories",
    "vitrine.server.museum",
    "vitrine.server.uses",
    "vitrine.server.suggestions",
    "vitrine.server.figures",
    "vitrine.server.play",
    "vitrine.server.poses",
    "vitrine.server.portraits",
    "vitrine.server.rooms",
    "vitrine.server.people",
    "vitrine.server.studio",
    "vitrine.server.studio.importing",
    "vitrine.server.studio.works",
    "vitrine.server.studio.quality",
    "vitrine.server.studio.rights",
    "wagtail.users",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
INSTALLED_APPS = [*_COLLECTION_APPS, *([] if COLLECTION_ONLY in os.environ else _SITE_APPS)]

MIDDLEWARE = [
    "vitrine.server.site.security.ContentSecurityPolicy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "vitrine.server.museum.language.OfferedLanguage",
    "vitrine.server.site.kept.KeptPages",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vitrine.server.people.sessions.KeepSessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "vitrine.server.urls"
WSGI_APPLICATION = "vitrine.server.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vitrine.server.site.context.site",
                "vitrine.server.play.kiosks.context",
            ]
        },
    }
]

_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": HOME / "vitrine.sqlite3",
    "OPTIONS": {
        # A writer waits for another instead of failing, and takes its lock at once so that it cannot deadlock.
        "timeout": 30,
        "transaction_mode": "IMMEDIATE",
        # 64 MB of pages in memory keep the cost per record level on collections far larger than the cache.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;"
        ),
    },
}
DATABASES = {
    "default": (
        dj_database_url.parse(option("DATABASE_URL"), conn_max_age=60, conn_health_checks=True)
        if option("DATABASE_URL")
        else _SQLITE
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "wagtailadmin_login"

LANGUAGE_CODE = option("VITRINE_LANGUAGE")
LANGUAGES = [("en", _("English")), ("it", _("Italian")), ("de", _("German")), ("fr", _("French")), ("es", _("Spanish"))]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
FORMAT_MODULE_PATH = ["vitrine.server.site.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = option("VITRINE_TIME_ZONE")

STATIC_URL = "/static/"
# Served straight from the packages, so that a first start needs no collecting step.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
# What the front end's build made has a hash in its name, models behind it in the address: browsers keep both for good.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/site/build/(assets|models)/.+"
MEDIA_ROOT = HOME / "uploads"
MEDIA_URL = "/uploads/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
# Uploads are written where they stay: a large one is moved by giving it another name.
FILE_UPLOAD_TEMP_DIR = HOME / "drafts"

_HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_ENGINE = "vitrine.server.people.sessions"
# The rest of a session that is to be remembered; others end sooner (people.sessions).
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "SAMEORIGIN"

WAGTAIL_SITE_NAME = "Vitrine"
WAGTAILADMIN_BASE_URL = SITE_URL
# No request to another host unless the operator configured it: avatars and update notices are such requests.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Vitrine sends no mail, so it promises none (docs/operators/install.md says how a password is set anew).
WAGTAIL_PASSWORD_RESET_ENABLED = False
# What stories play; the content is looked at again when a file is chosen and when it is sent.
WAGTAILDOCS_EXTENSIONS = ["flac", "m4a", "mp3", "mp4", "oga", "ogg", "vtt", "wav", "webm"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"invitations": {"()": "vitrine.server.people.logs.HideInvitations"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["invitations"],
            "formatter": "line",
            "level": "WARNING",
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS = ["wagtailadmin.W001", "wagtailcore.W001"]
