# A room is a folder of src/ built as one static library; a program is a main on top of rooms.

add_library(myomap_options INTERFACE)
target_compile_options(myomap_options INTERFACE -Wall -Wextra -Wconversion -Wshadow)
if(MYOMAP_WARNINGS_ARE_ERRORS)
  target_compile_options(myomap_options INTERFACE -Werror)
endif()
if(MYOMAP_SANITIZE)
  target_compile_options(myomap_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(myomap_options INTERFACE -fsanitize=address,undefined)
endif()
target_include_directories(myomap_options INTERFACE ${CMAKE_SOURCE_DIR}/src)

# myomap_room(name ROOMS used... LIBRARIES used...)
function(myomap_room name)
  cmake_parse_arguments(ARG "" "" "ROOMS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(TRANSFORM ARG_ROOMS PREPEND myomap_)
  add_library(myomap_${name} STATIC ${sources})
  target_link_libraries(myomap_${name} PUBLIC myomap_options ${ARG_ROOMS} ${ARG_LIBRARIES})
endfunction()

# myomap_tests(room): every tests/<room>/*.test.cpp in one doctest program, labelled "unit".
function(myomap_tests room)
  cmake_parse_arguments(ARG "" "LABEL" "" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${room}/*.test.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${room} ${sources} ${CMAKE_SOURCE_DIR}/tests/main.cpp)
  target_include_directories(test_${room} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(test_${room} PRIVATE myomap_${room} doctest::doctest)
  target_compile_definitions(test_${room} PRIVATE
    MYOMAP_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    MYOMAP_TEST_DIR="${CMAKE_SOURCE_DIR}/tests")
  add_test(NAME ${room} COMMAND test_${room})
  set_tests_properties(${room} PROPERTIES LABELS "${ARG_LABEL}")
endfunction()
