// Puts the packed rules and their compiled patterns into the program.

        .section .rodata
        .balign 64
        .global regreen_rules, regreen_rules_end, regreen_database, regreen_database_end
regreen_rules:
        .incbin RULES
regreen_rules_end:
        .balign 64
regreen_database:
        .incbin DATABASE
regreen_database_end:
        .byte 0

        .section .note.GNU-stack, "", %progbits
