# Data that the program reads at run time lives beside it in share/toposcope: base map, gazetteer,
# lexicons, shaders, styles, translations, corpus. Each folder says what it puts there.
set(TOPOSCOPE_SHARE_DIR ${CMAKE_BINARY_DIR}/share/toposcope)
add_custom_target(share_folder ALL)

# share_files(TO folder FILES a b c): copies files into share/toposcope/<folder> when they change.
function(share_files)
    cmake_parse_arguments(ARG "" "TO" "FILES" ${ARGN})
    foreach(file IN LISTS ARG_FILES)
        get_filename_component(source ${file} ABSOLUTE)
        get_filename_component(name ${file} NAME)
        set(target ${TOPOSCOPE_SHARE_DIR}/${ARG_TO}/${name})
        add_custom_command(OUTPUT ${target}
            COMMAND ${CMAKE_COMMAND} -E copy ${source} ${target}
            DEPENDS ${source} VERBATIM)
        list(APPEND copies ${target})
    endforeach()
    string(MD5 id "${ARG_TO};${copies}")
    add_custom_target(share_${id} DEPENDS ${copies})
    add_dependencies(share_folder share_${id})
endfunction()
