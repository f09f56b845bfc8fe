# expect: missing_file js.pnpm-no-manifest
# needs: pnpm6 pnpm8 pnpm10
pnpm6 install
pnpm8 install
pnpm10 install
pnpm10 run build
