# The interface's fonts: Inter, from the Debian package fonts-inter, embedded so that the program goes looking for nothing.
# Latin, Greek and accents; SIL Open Font Licence.
set(MYOMAP_FONT_FOLDER /usr/share/fonts/opentype/inter CACHE PATH "Folder of the Inter fonts")
set(fonts "")
foreach(style Regular Italic SemiBold)
  find_file(MYOMAP_FONT_${style} Inter-${style}.otf PATHS ${MYOMAP_FONT_FOLDER} NO_DEFAULT_PATH REQUIRED)
  list(APPEND fonts ${MYOMAP_FONT_${style}})
endforeach()
myomap_embed(myomap_ui FUNCTION embedded_fonts BASE ${MYOMAP_FONT_FOLDER} FILES ${fonts})
