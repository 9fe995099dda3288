#!/usr/bin/env bash
# Makes handouts with the real program and reads them as a printer and a patient would: text, fonts, paper, ink within the margins.
# Usage: handout.sh MYOMAP BODY.glb WORK_FOLDER. Exit code 77: a tool is missing, so nothing was tested.
. "$(dirname "$0")/window.sh"
needs pdftotext pdffonts pdfinfo pdftoppm

make() {  # NAME OPTION…: a handout of that name
  local name=$1
  shift
  "$myomap" handout --body "$body" --output "$work/$name" "$@" 2> "$work/err.txt" || fail "$name: $(cat "$work/err.txt")"
}

make elbow.pdf --point extensor_carpi_radialis_brevis.1 --condition lateral_elbow_tendinopathy --side right \
  --practice "Praxis Grünewald" --note "Please ring on Monday: it is José's day."
pdftotext -layout "$work/elbow.pdf" "$work/elbow.txt"
for words in "Tennis elbow" "Extensor carpi radialis brevis" "What it is" "Why it hurts there" "What we do" "At home" \
  "When to call a doctor" "Praxis Grünewald" "it is José's day" "Sources" "Education\|education"; do
  grep -q "$words" "$work/elbow.txt" || fail "the text of the PDF does not say \"$words\""
done
[ "$(pdfinfo "$work/elbow.pdf" | sed -n 's/^Pages: *//p')" = 2 ] || fail "a handout has two pages"
pdfinfo "$work/elbow.pdf" | grep -q '^Page size:.*A4' || fail "the paper is A4"
# Columns of pdffonts: … emb sub uni …, counted from the right since names of fonts and of types have blanks.
pdffonts "$work/elbow.pdf" | tail -n +3 > "$work/fonts.txt"
[ -s "$work/fonts.txt" ] || fail "the PDF has fonts"
awk '$(NF - 4) != "yes" { exit 1 }' "$work/fonts.txt" || fail "a font is not embedded: $(cat "$work/fonts.txt")"
awk '!/Inter/ { exit 1 }' "$work/fonts.txt" || fail "another font than Inter was used: $(cat "$work/fonts.txt")"

# No ink within 12 mm of the edge, and grey is enough to tell essential from spillover: the pages are drawn in grey.
pdftoppm -r 50 -gray "$work/elbow.pdf" "$work/page"
for page in "$work"/page-*.pgm; do
  read -r width height < <(head -2 "$page" | tail -1)
  tail -c $((width * height)) "$page" | od -An -v -tu1 -w1 | awk -v width="$width" -v height="$height" '
    { x = (NR - 1) % width; y = int((NR - 1) / width); edge = int(12 / 25.4 * 50) }
    $1 < 200 { inked = 1; if (x < edge || y < edge || x >= width - edge || y >= height - edge) outside = 1 }
    END { exit !inked || outside }' || fail "${page##*/}: there is ink in the margin, or none on the page"
done

make letter.pdf --point trapezius_descending.1 --paper letter
pdfinfo "$work/letter.pdf" | grep -q '^Page size: *612 x 792' || fail "the paper is Letter"
make message.png --point trapezius_descending.1 --side both
for page in message.png message-2.png; do
  # The signature, then width and height of an A4 page of 144 dots an inch.
  head="89504e470d0a1a0a0000000d49484452000004a700000694"
  [ "$(head -c 24 "$work/$page" | od -An -v -tx1 | tr -d ' \n')" = "$head" ] || fail "$page is no picture of a page"
done
cmp -s "$work/message.png" "$work/message-2.png" && fail "both pictures are of the same page"

refused() {  # WHY WORDS OPTION…
  local words=$1
  shift
  "$myomap" handout --body "$body" "$@" 2> "$work/err.txt" && fail "not refused: $*"
  grep -q "$words" "$work/err.txt" || fail "$* is not refused with \"$words\": $(cat "$work/err.txt")"
}
refused "did you mean" --point infraspinatus.7 --output "$work/x.pdf"
refused "PDF or PNG" --point infraspinatus.1 --output "$work/x.doc"
refused "too long" --point infraspinatus.1 --note "$(yes word | head -4000 | tr '\n' ' ')" --output "$work/x.pdf"
refused "cannot be written" --point infraspinatus.1 --output "$work/no/folder.pdf"
[ -e "$work/x.pdf" ] && fail "a refused handout left a file"
report
