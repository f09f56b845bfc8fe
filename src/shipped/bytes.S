// Puts the packed rules, the classifier and what it was trained with into the program.

        .section .rodata
        .balign 64
        .global regreen_rules, regreen_rules_end
        .global regreen_model, regreen_model_end, regreen_samples, regreen_samples_end
regreen_rules:
        .incbin RULES
regreen_rules_end:
        .balign 64
regreen_model:
        .incbin MODEL
regreen_model_end:
        .balign 64
regreen_samples:
        .incbin SAMPLES
regreen_samples_end:
        .byte 0

        .section .note.GNU-stack, "", %progbits
