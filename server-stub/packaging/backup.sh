#!/bin/sh
# backup.sh FOLDER: one more backup of PUTRIGHT_DATA in FOLDER. The store first, then the attachments: a file is there
# before its complaint is, so every complaint of the copy has its files. The keys are not copied here.
set -eu
folder=$1
keep=72 # copies of the store that stay

mkdir -p "$folder/attachments"
putright backup "$folder/complaints-$(date -u +%Y-%m-%dT%H%M%SZ).sqlite"
# Files are named by their digest and never change: those that are there are whole.
for file in "$PUTRIGHT_DATA"/attachments/*; do
  [ -f "$file" ] || continue
  name=$(basename "$file")
  [ -e "$folder/attachments/$name" ] && continue
  cp "$file" "$folder/attachments/.partial"
  sync "$folder/attachments/.partial"
  mv "$folder/attachments/.partial" "$folder/attachments/$name"
done
# Names sort by age: the oldest go.
ls -1 "$folder"/complaints-*.sqlite | head -n "-$keep" | while read -r old; do rm -- "$old"; done
