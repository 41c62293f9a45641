# hagukumi_embed_assets(NAME DIR folder [DEPENDS file-or-target…])
# Makes the library NAME with every file of the folder inside it (.incbin: the compiler never sees the bytes), each text also as
# gzip and brotli, and the header NAME.hpp with `std::span<http::Asset const> NAME();`, sorted by path. Files under assets/ bear a
# hash in their name and are marked immutable. A missing folder makes an empty table, so that the server builds without the web.
set(HAGUKUMI_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(hagukumi_embed_assets name)
  cmake_parse_arguments(EMBED "" "DIR" "DEPENDS" ${ARGN})
  get_filename_component(folder ${EMBED_DIR} ABSOLUTE)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*)
  add_custom_command(
    OUTPUT ${out}/${name}.S ${out}/${name}.cpp ${out}/${name}.hpp
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DDIR=${folder} -DOUT=${out} -P ${HAGUKUMI_EMBED_SCRIPT}
    DEPENDS ${files} ${EMBED_DEPENDS} ${HAGUKUMI_EMBED_SCRIPT}
    COMMENT "Embedding ${EMBED_DIR}"
    VERBATIM)
  add_library(${name} STATIC ${out}/${name}.S ${out}/${name}.cpp)
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/server ${out})
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

# From here on: the script that the command above runs.
find_program(GZIP gzip)
find_program(BROTLI brotli)
if(NOT GZIP OR NOT BROTLI)
  message(FATAL_ERROR "gzip and brotli are needed to embed the web files: apt-get install gzip brotli")
endif()

set(assembly "    .section .rodata\n")
set(symbols "")
set(rows "")
set(count 0)

# One blob: its bytes in the assembly, its symbol in the C++, and in `result` the C++ of its Representation.
function(add_blob path etag result)
  string(MD5 symbol "${NAME} ${etag}")
  set(symbol "embedded_${symbol}")
  file(SIZE ${path} size)
  # The tag in a comment makes the text change with the content, and with it everything that looks at text only.
  set(assembly "${assembly}    .global ${symbol}\n${symbol}:  // ${etag}\n    .incbin \"${path}\"\n    .byte 0\n" PARENT_SCOPE)
  set(symbols "${symbols}extern \"C\" char const ${symbol}[];\n" PARENT_SCOPE)
  set(${result} "{{${symbol}, ${size}}, \"\\\"${etag}\\\"\"}" PARENT_SCOPE)
endfunction()

# A compressed form, made once per content; none when it does not save at least a tenth.
function(compress source hash ending result)
  set(path ${OUT}/blob/${hash}.${ending})
  if(NOT EXISTS ${path})
    if(ending STREQUAL "gz")
      execute_process(COMMAND ${GZIP} -9nc ${source} OUTPUT_FILE ${path} COMMAND_ERROR_IS_FATAL ANY)
    else()
      execute_process(COMMAND ${BROTLI} -q 11 -w 22 -fo ${path} ${source} COMMAND_ERROR_IS_FATAL ANY)
    endif()
  endif()
  file(SIZE ${source} before)
  file(SIZE ${path} after)
  math(EXPR worth "${before} * 9 / 10 - ${after}")
  if(worth GREATER 0)
    set(${result} ${path} PARENT_SCOPE)
  else()
    set(${result} "" PARENT_SCOPE)
  endif()
endfunction()

function(mime_of file result)
  set(mime application/octet-stream)
  foreach(type html=text/html js=text/javascript css=text/css txt=text/plain json=application/json webmanifest=application/manifest+json
          svg=image/svg+xml png=image/png jpg=image/jpeg webp=image/webp ico=image/x-icon woff2=font/woff2 pdf=application/pdf)
    string(REGEX REPLACE "=.*" "" ending ${type})
    if(file MATCHES "\\.${ending}$")
      string(REGEX REPLACE "^.*=" "" mime ${type})
    endif()
  endforeach()
  if(mime MATCHES "^text/")
    string(APPEND mime "; charset=utf-8")
  endif()
  set(${result} "${mime}" PARENT_SCOPE)
endfunction()

file(MAKE_DIRECTORY ${OUT}/blob)
file(GLOB_RECURSE files RELATIVE ${DIR} ${DIR}/*)
list(SORT files COMPARE STRING)
foreach(file IN LISTS files)
  set(source ${DIR}/${file})
  file(SHA256 ${source} hash)
  string(SHA256 of_name "${file}")
  string(SUBSTRING ${hash} 0 24 tag)
  string(SUBSTRING ${of_name} 0 8 of_name)  # equal files under two names are two blobs
  add_blob(${source} "${tag}${of_name}" identity)
  set(gzip "{}")
  set(brotli "{}")
  if(file MATCHES "\\.(html|js|css|svg|json|txt|webmanifest|map)$")
    compress(${source} ${hash} gz smaller)
    if(smaller)
      add_blob(${smaller} "${tag}${of_name}-gz" gzip)
    endif()
    compress(${source} ${hash} br smaller)
    if(smaller)
      add_blob(${smaller} "${tag}${of_name}-br" brotli)
    endif()
  endif()
  mime_of(${file} mime)
  set(immutable false)
  if(file MATCHES "^assets/")
    set(immutable true)
  endif()
  string(APPEND rows "    http::Asset{\"/${file}\", \"${mime}\", ${identity}, ${gzip}, ${brotli}, ${immutable}},\n")
  math(EXPR count "${count} + 1")
endforeach()

string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")
file(WRITE ${OUT}/${NAME}.S "${assembly}")
file(WRITE ${OUT}/${NAME}.hpp "#pragma once\n#include \"platform/http/assets.hpp\"\n\nstd::span<http::Asset const> ${NAME}();\n")
file(WRITE ${OUT}/${NAME}.cpp
     "#include \"${NAME}.hpp\"\n\n#include <array>\n\n${symbols}\nnamespace {\nstd::array<http::Asset, ${count}> const kTable{\n${rows}};\n}  // namespace\n\nstd::span<http::Asset const> ${NAME}() { return kTable; }\n")
