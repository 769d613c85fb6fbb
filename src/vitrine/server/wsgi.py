"""The site as a web server calls it that knows nothing of WebSockets: everything but playing together."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vitrine.server.settings")
application = get_wsgi_application()
