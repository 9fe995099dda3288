#!/usr/bin/env bash
# with_body.sh COMMAND...   runs it where MYOMAP_TEST_BODY is there, else is skipped with a word.
[ -f "$MYOMAP_TEST_BODY" ] || { echo "skipped: no atlas was imported to $MYOMAP_TEST_BODY; set MYOMAP_SHARED"; exit 77; }
exec "$@"
