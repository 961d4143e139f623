# The museum's commands. The work is done by .setup/*.py; `make help` lists what there is.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && exit; done; echo python3)
LOCAL = DJANGO_SETTINGS_MODULE=museum.settings.local

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench messages demo shell studio

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done
	@echo "  PORT=8001 and DATABASE_URL=postgresql://… are honoured by run; TEST_DATABASE_URL by test and bench."

run: ## open the museum on 127.0.0.1:8000, installing what it needs first
	@$(PYTHON) .setup/run.py

test: ## lint, then all tests on SQLite, on PostgreSQL and in a browser
	@$(PYTHON) .setup/test.py

lint: ## every check that needs no test: style, templates, imports, migrations, messages, deployment
	@$(PYTHON) .setup/lint.py

format: ## format Python modules and templates
	@$(PYTHON) .setup/lint.py --format

bench: ## measure the pages on a collection of 10,000 artefacts, on both databases
	@$(PYTHON) .setup/test.py --bench

messages: ## bring the message catalogues in line with the sources
	@$(PYTHON) .setup/lint.py --messages

demo: ## load the demonstration collection (again) into the local museum
	@$(LOCAL) .venv/bin/python manage.py demo load

shell: ## a Python shell inside the local museum
	@$(LOCAL) .venv/bin/python manage.py shell

studio: ## make the demonstration collection's objects and pictures again (ONLY=<key>, DRAFT=1)
	@$(PYTHON) .setup/studio.py
