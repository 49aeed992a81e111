interface RecipeStep {
  readonly de: string;
  readonly en: string;
  /** Commands of POSIX sh with coreutils, awk, jq and openssl; `$W` is the recipe's own folder. */
  readonly sh: string;
}

/**
 * How somebody who trusts nothing of this program checks an export: the same commands in both languages. Each names what
 * is wrong by the code that `eingang audit verify` uses.
 */
export const recipeSteps: readonly RecipeStep[] = [
  {
    de: `Vorbereitung. Was auffällt, sammelt die Datei \`problems\`. \`hash_lines\` schreibt zu jeder Zeile ihren SHA-256, ohne das Zeilenende.`,
    en: `Preparation. What is wrong is gathered in the file \`problems\`. \`hash_lines\` writes the SHA-256 of each line, without its line feed.`,
    sh: String.raw`set -eu
export LC_ALL=C
W=$(mktemp -d)
: > "$W/problems"
tenant=$(jq -r .tenant manifest.json)
cat > "$W/hash-lines" <<'END'
d=$(mktemp -d)
awk -v d="$d" -v salted="$1" 'BEGIN { ORS = "" }
  { f = sprintf("%s/%06d", d, NR); if (salted) print substr($0, 1, 64) "\n" substr($0, 66) > f; else print > f; close(f) }'
(cd "$d" && ls | xargs sha256sum | cut -c 1-64)
rm -r "$d"
END
hash_lines() { split -l 5000 --filter="sh '$W/hash-lines' ''" -; }`,
  },
  {
    de: `Ereignisse. Jede Zeile von \`events.jsonl\` ist ein Ereignis, genau so, wie es gehasht wurde; \`events.sha256\` nennt zeilenweise den Hash, den die Datenbank dazu führt.`,
    en: `Events. Each line of \`events.jsonl\` is an event exactly as it was hashed; \`events.sha256\` holds, line by line, the hash that the database keeps beside it.`,
    sh: String.raw`hash_lines < events.jsonl > "$W/computed"
jq -R -r '(try fromjson catch {}) | if type == "object" then . else {} end
  | [.tenant, .subject.kind?, .subject.id?, .number, .previous, .event, .payload, .facts.number?, .facts.sha256?]
  | map(. // "-" | tostring | @uri) | join(" ")' events.jsonl > "$W/fields"
paste -d ' ' "$W/computed" "$W/fields" > "$W/events"
paste -d ' ' events.sha256 "$W/events" |
  awk '$4 == "-" { print "bodyUnreadable line -", NR } $1 != $2 { print "bodyAltered", $4, $5, $6 }' >> "$W/problems"`,
  },
  {
    de: `Ketten. Die Ereignisse eines Gegenstands (Rechnung, Zustellung, Person, Mandant) zählen von 1 an, und jedes nennt den Hash des vorigen. Ein gelöschtes, eingefügtes oder umgestelltes Ereignis fällt hier auf.`,
    en: `Chains. The events of one subject (invoice, delivery, person, tenant) count from 1, and each names the hash of the one before. A deleted, inserted or reordered event shows here.`,
    sh: String.raw`awk -v tenant="$tenant" '
  function named(code) { print code, $3, $4, $5 }
  { chain = $3 " " $4
    if (chain != last) { last = chain; number = 0; hash = "-" }
    if ($2 != tenant) named("columnsDiffer")
    if ($5 + 0 > number + 1) named("eventMissing")
    else if ($5 + 0 < number + 1) named("eventMisplaced")
    else if ($6 != hash) named("chainBroken")
    number = $5 + 0; hash = $1 }' "$W/events" >> "$W/problems"
awk '{ chain = $3 "/" $4; if (NR > 1 && chain != last) print last, number, hash; last = chain; number = $5; hash = $1 }
  END { if (NR > 0) print last, number, hash }' "$W/events" | sort > "$W/ends"
awk '{ print $1 "/" $2, $3, $4 }' heads.txt | sort > "$W/heads"
join -a 1 -a 2 -e - -o 0,1.2,1.3,2.2,2.3 "$W/heads" "$W/ends" |
  awk '{ sub("/", " ", $1) }
    $2 != "-" && ($4 == "-" || $2 + 0 > $4 + 0) { print "tailCut", $1, $2; next }
    $2 != $4 || $3 != $5 { print "headDiffers", $1, $4 }' >> "$W/problems"`,
  },
  {
    de: `Was besiegelt ist. \`sealed-heads.txt\` nennt zu jedem Siegel, welches Ereignis es am Ende jeder Kette gesehen hat. Fehlt es heute oder ist es ein anderes, wurde die Kette nach dem Siegel gekürzt oder neu geschrieben.`,
    en: `What is sealed. \`sealed-heads.txt\` says which event each seal has seen at the end of each chain. If that is missing today, or is another one, the chain was cut or rewritten after the seal.`,
    sh: String.raw`awk '{ print $3 "/" $4 "/" $5, $1 }' "$W/events" | sort > "$W/known"
awk '{ print $3 "/" $4 "/" $5, $6 }' sealed-heads.txt | sort -u > "$W/sealed"
join -a 1 "$W/sealed" "$W/known" |
  awk '{ gsub("/", " ", $1) } NF == 2 { print "sealedEventMissing", $1 } NF == 3 && $2 != $3 { print "sealedEventDiffers", $1 }' >> "$W/problems"`,
  },
  {
    de: `Siegel. Sie zählen von 1 an, jedes nennt den Hash des vorigen; ein neuer Schlüssel ist im letzten Siegel des alten angekündigt (\`nextKey\`).`,
    en: `Seals. They count from 1, each names the hash of the one before; a new key is announced in the last seal of the old one (\`nextKey\`).`,
    sh: String.raw`jq -r .body seals.jsonl > "$W/bodies"
hash_lines < "$W/bodies" > "$W/seal-hashes"
jq -r '[.number, .hash, .keyId] | map(tostring | @uri) | join(" ")' seals.jsonl > "$W/columns"
jq -R -r '(try fromjson catch {}) | if type == "object" then . else {} end
  | [.seal, .previous, .tenants, .digest, .nextKey] | map(. // "-" | tostring | @uri) | join(" ")' "$W/bodies" |
  paste -d ' ' "$W/seal-hashes" "$W/columns" - > "$W/seals"
awk 'BEGIN { previous = "-" }
  function named(code) { print code, "seal -", $2 }
  { if ($1 != $3 || $2 != $5) named("sealAltered")
    if ($2 + 0 != number + 1) named("sealMissing")
    if ($6 != previous) named("sealChainBroken")
    if (NR > 1 && $4 != key) named("sealKeyUnannounced")
    number = $2 + 0; previous = $3; key = $9 == "-" ? $4 : $9 }' "$W/seals" >> "$W/problems"`,
  },
  {
    de: `Unterschriften (Ed25519). Der Name jeder Schlüsseldatei ist ihr Fingerabdruck. **Vergleichen Sie die Fingerabdrücke, die hier ausgegeben werden, mit denen, die Sie auf anderem Weg bekommen haben**: sonst könnte ein Fremder mit einem eigenen Schlüssel alles neu besiegelt haben.`,
    en: `Signatures (Ed25519). The name of each key file is its fingerprint. **Compare the fingerprints printed here with those that you were given in another way**: otherwise a stranger could have sealed everything anew with a key of their own.`,
    sh: String.raw`for file in keys/*.pem; do
  id=$(openssl pkey -pubin -in "$file" -outform DER | sha256sum | cut -c 1-64)
  echo "key $id"
  [ "keys/$id.pem" = "$file" ] || echo "sealKeyUnknown key $id" >> "$W/problems"
done
jq -r '"\(.number) \(.keyId) \(.signature)"' seals.jsonl > "$W/signatures"
while read -r number key signature <&3 && IFS= read -r body <&4; do
  printf '%s' "$body" > "$W/body"
  printf '%s' "$signature" | openssl base64 -d -A > "$W/signature" || :
  if [ ! -f "keys/$key.pem" ]; then echo "sealKeyUnknown seal - $number"
  elif ! openssl pkeyutl -verify -pubin -inkey "keys/$key.pem" -rawin -in "$W/body" -sigfile "$W/signature" > "$W/answer" 2>&1
  then echo "sealSignatureWrong seal - $number"; fi
done 3< "$W/signatures" 4< "$W/bodies" >> "$W/problems"`,
  },
  {
    de: `Was ein Siegel umfasst. Je Mandant steht ein Prüfwert in \`seal-digests.txt\`; der Ihre ist der SHA-256 über Ihre Zeilen. Über alle Prüfwerte zusammen steht der Wert im unterschriebenen Siegel. Von anderen Mandanten verrät das nichts.`,
    en: `What a seal covers. \`seal-digests.txt\` holds one digest for each tenant; yours is the SHA-256 over your lines. The value in the signed seal is that over all digests. It tells nothing of other tenants.`,
    sh: String.raw`mkdir "$W/own" "$W/all"
sort -k 1,1n -k 2 sealed-heads.txt |
  awk -v d="$W/own" '{ f = d "/" $1; if (f != last) { if (last != "") close(last); last = f } sub(/^[^ ]* /, ""); print > f }'
sort -k 1,1n -k 2 seal-digests.txt |
  awk -v d="$W/all" '{ f = d "/" $1; if (f != last) { if (last != "") close(last); last = f } print $2 > f }'
awk -v d="$W/all" '{ f = d "/" $2; printf "" >> f; close(f) }' "$W/seals" # a seal that only announces a key covers nothing
digests() { (cd "$1" && ls | xargs -r sha256sum) | awk '{ print $2, $1 }' | sort; }
digests "$W/own" > "$W/own-digests"
digests "$W/all" > "$W/all-digests"
sort -u seal-digests.txt | comm -23 "$W/own-digests" - | awk '{ print "sealMembersAltered seal -", $1 }' >> "$W/problems"
awk '{ print $2, $8 }' "$W/seals" | sort | comm -13 "$W/all-digests" - |
  awk '{ print "sealMembersAltered seal -", $1 }' >> "$W/problems"`,
  },
  {
    de: `Anker. \`anchors.txt\` sind die Siegel, wie sie außerhalb der Datenbank stehen. Legen Sie Ihre eigene Liste an ihre Stelle, wenn Sie eine haben: Siegel werden auch per Mail versandt. Fehlen Siegel, ist das Ende des Protokolls abgeschnitten.`,
    en: `Anchors. \`anchors.txt\` are the seals as they stand outside the database. Put your own list in its place if you have one: seals are sent by mail as well. Where seals are missing, the end of the log was cut off.`,
    sh: String.raw`sort -u anchors.txt > "$W/anchors"
awk '{ print $2, $3 }' "$W/seals" | sort > "$W/present"
join -a 1 "$W/anchors" "$W/present" |
  awk 'NF == 2 { print "sealMissing seal -", $1 } NF == 3 && $2 != $3 { print "anchorDiffers seal -", $1 }' >> "$W/problems"`,
  },
  {
    de: `Inhalte. Namen, Konten und Gründe stehen in \`payloads.jsonl\`; im Ereignis steht nur der SHA-256 über Salz, Zeilenende und Text. Ein Inhalt darf fehlen, wenn ein späteres Ereignis seine Löschung nennt.`,
    en: `Payloads. Names, accounts and reasons stand in \`payloads.jsonl\`; the event holds only the SHA-256 over salt, line feed and text. A payload may be missing where a later event says that it was disposed of.`,
    sh: String.raw`jq -r '.salt + " " + .text' payloads.jsonl | split -l 5000 --filter="sh '$W/hash-lines' salted" - > "$W/payload-hashes"
jq -r '"\(.kind)/\(.id)/\(.number)"' payloads.jsonl | paste -d ' ' - "$W/payload-hashes" | sort > "$W/payloads"
awk '$8 != "-" { print $3 "/" $4 "/" $5, $8 }' "$W/events" | sort > "$W/promised"
awk '$7 == "payload.disposed" && $5 + 0 > $9 + 0 { print $3 "/" $4 "/" $9 }' "$W/events" | sort -u > "$W/disposed"
join "$W/promised" "$W/payloads" | awk '{ gsub("/", " ", $1) } $2 != $3 { print "payloadAltered", $1 }' >> "$W/problems"
join -v 2 "$W/promised" "$W/payloads" | awk '{ gsub("/", " ", $1); print "payloadAltered", $1 }' >> "$W/problems"
join -v 1 "$W/promised" "$W/payloads" | join -v 1 - "$W/disposed" |
  awk '{ gsub("/", " ", $1); print "payloadMissing", $1 }' >> "$W/problems"`,
  },
  {
    de: `Originale. Jede Datei heißt nach ihrem SHA-256; \`originals.txt\` ist das Verzeichnis. Liegen die Originale dabei (Ordner \`originals\`), wird jedes nachgerechnet. Sonst: \`sha256sum DATEI\` muss den Namen ergeben, unter dem das Verzeichnis die Datei führt. Rechnungen, die nach ihrer Aufbewahrung gelöscht wurden, haben keines mehr.`,
    en: `Originals. Each file is named by its SHA-256; \`originals.txt\` is the index. Where the originals come with the export (folder \`originals\`), each is computed. Otherwise \`sha256sum FILE\` must give the name under which the index lists it. Invoices that were disposed of after their retention have none any more.`,
    sh: String.raw`awk '$7 == "invoice.disposed" { print $3 "/" $4 }' "$W/events" | sort -u > "$W/gone"
awk '$10 != "-" { print $3 "/" $4, $10 }' "$W/events" | sort | join -v 1 - "$W/gone" | cut -d ' ' -f 2 | sort -u > "$W/originals"
cut -c 1-64 originals.txt | sort -u | comm -13 - "$W/originals" | sed 's/^/originalMissing original /' >> "$W/problems"
if [ "$(jq .withOriginals manifest.json)" = true ]; then
  while read -r name; do
    if [ ! -f "originals/$name" ]; then echo "originalMissing original $name"
    elif [ "$(sha256sum < "originals/$name" | cut -c 1-64)" != "$name" ]; then echo "originalAltered original $name"; fi
  done < "$W/originals" >> "$W/problems"
fi`,
  },
  {
    de: `Ergebnis. Jede Zeile nennt, was nicht stimmt und wo: Code, Art, Kennung, Nummer. Ereignisse ohne Siegel sind kein Mangel, aber noch nicht bezeugt.`,
    en: `Result. Each line names what is wrong and where: code, kind, id, number. Events without a seal are no fault, but not borne witness to yet.`,
    sh: String.raw`sort -u "$W/problems"
echo "events $(wc -l < events.jsonl), seals $(wc -l < seals.jsonl), problems $(sort -u "$W/problems" | wc -l)"
[ ! -s "$W/problems" ]`,
  },
];
