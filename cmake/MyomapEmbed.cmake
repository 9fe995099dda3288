# myomap_embed(target FUNCTION name BASE folder FILES files...)
#
# Puts files into a program, byte for byte. Adds to `target` (which must have sources of its own) a generated source that defines
#   std::span<const myomap::EmbeddedFile> myomap::<name>();
# with one entry a file, named by its path relative to BASE ("fonts/Sans.ttf"), sorted by name. Its user declares the function in a
# header of its own; base/embedded.h has the type and the look-up by name. A file that changes rebuilds only the generated source.
#
# The bytes come in by the assembler's .incbin: a megabyte of numbers in C++ takes the compiler seconds, this takes none.
function(myomap_embed target)
  cmake_parse_arguments(ARG "" "FUNCTION;BASE" "FILES" ${ARGN})
  if(NOT ARG_FUNCTION OR NOT ARG_BASE OR NOT ARG_FILES)
    message(FATAL_ERROR "myomap_embed(${target}) needs FUNCTION, BASE and at least one of FILES")
  endif()
  list(SORT ARG_FILES)
  set(data "")
  set(symbols "")
  set(entries "")
  set(number 0)
  foreach(file ${ARG_FILES})
    file(REAL_PATH "${file}" path BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    if(NOT EXISTS "${path}")
      message(FATAL_ERROR "myomap_embed(${target}): there is no file ${path}")
    endif()
    file(RELATIVE_PATH name "${ARG_BASE}" "${path}")
    set(symbol "myomap_${ARG_FUNCTION}_${number}")
    string(APPEND data
      "    \".balign 16\\n.global ${symbol}\\n${symbol}:\\n.incbin \\\"${path}\\\"\\n\"\n"
      "    \".global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n\"\n")
    string(APPEND symbols "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND entries "        entry(\"${name}\", ${symbol}, ${symbol}_end),\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(generated ${CMAKE_BINARY_DIR}/embedded/${ARG_FUNCTION}.cpp)
  file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT [=[
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/embedded.h"

asm(".pushsection .rodata\n"
@data@    ".popsection\n");

extern "C" {
@symbols@}

namespace myomap {

std::span<const EmbeddedFile> @ARG_FUNCTION@();

std::span<const EmbeddedFile> @ARG_FUNCTION@() {
    const auto entry = [](std::string_view name, const char* begin, const char* end) {
        return EmbeddedFile{name, std::string_view(begin, static_cast<std::size_t>(end - begin))};
    };
    static const std::array<EmbeddedFile, @number@> files{
@entries@    };
    return files;
}

}  // namespace myomap
]=])
  set_source_files_properties(${generated} PROPERTIES OBJECT_DEPENDS "${ARG_FILES}")
  target_sources(${target} PRIVATE ${generated})
endfunction()
