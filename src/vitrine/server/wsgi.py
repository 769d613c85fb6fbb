"""The web server's way in. VITRINE_HOME names the home."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vitrine.server.settings")
application = get_wsgi_application()
