#!/usr/bin/env bash
# valid_gltf.sh FOLDER BODY.glb...   holds the bodies that are there against the Khronos validator, the npm package gltf-validator,
# which is fetched into FOLDER once. Skipped with a word where node or the package cannot be had.
set -u
folder=$1
shift
skip() { echo "skipped: $*"; exit 77; }
command -v node > /dev/null || skip "node is not installed"
if [ ! -d "$folder/node_modules/gltf-validator" ]; then
  command -v npm > /dev/null || skip "npm is not installed"
  mkdir -p "$folder"
  (cd "$folder" && timeout 60 npm install --no-save --no-audit --no-fund gltf-validator@2.0.0-dev.3.10 > npm.log 2>&1) ||
    skip "the npm package gltf-validator could not be fetched"
fi
cat > "$folder/validate.js" << 'JS'
const fs = require('fs');
const validator = require('gltf-validator');
const file = process.argv[2];
validator.validateBytes(new Uint8Array(fs.readFileSync(file)), {maxIssues: 20}).then((report) => {
  console.log(`${file}: ${report.issues.numErrors} errors, ${report.issues.numWarnings} warnings`);
  for (const issue of report.issues.messages.filter((m) => m.severity === 0)) console.log(`  ${issue.pointer}: ${issue.message}`);
  process.exit(report.issues.numErrors === 0 ? 0 : 1);
});
JS
failures=0
for body in "$@"; do
  [ -f "$body" ] || { echo "$body is not there"; continue; }
  (cd "$folder" && node validate.js "$body") || failures=1
done
exit $failures
