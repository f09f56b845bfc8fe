# What `cmake --install` puts where: the program, its manual page (which the program prints itself), its documents.

add_custom_command(OUTPUT regreen.1 COMMAND regreen man > regreen.1 DEPENDS regreen VERBATIM
  COMMENT "Writing the manual page")
add_custom_target(man ALL DEPENDS regreen.1)
install(FILES ${PROJECT_BINARY_DIR}/regreen.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
