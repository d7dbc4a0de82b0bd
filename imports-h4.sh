cd /tmp/w/h4
# who uses which wizard file
for f in $(git ls-files source/wizard); do b=$(echo $f | sed 's#source/wizard/##'); echo "== $b: $(grep -rlE "from '[^']*/$(basename $b)'" source test scripts cli.tsx --include=*.ts --include=*.tsx | grep -v "^$f$" | sed 's#source/wizard/#W/#; s#source/##' | tr '\n' ' ')"; done
