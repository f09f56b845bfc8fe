# expect: syntax_error checks.gettext
# needs: msgfmt
printf 'msgid ""\nmsgstr ""\n\nmsgid "total %%d"\nmsgstr "Summe %%s"\n\nmsgid "a"\nmsgid "b"\n' >de.po
msgfmt --check de.po
