# expect: dependency_missing js.next-typescript
# needs: next14
mkdir node_modules app; ln -s /tmp/tools/frameworks/next14/node_modules/* node_modules/; rm node_modules/typescript node_modules/@types; export NEXT_TELEMETRY_DISABLED=1
echo '{"name": "shop", "private": true}' >package.json; printf 'export default function Layout({ children }: { children: React.ReactNode }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.tsx
printf 'export default function Page() {\n  return <p>Basket</p>\n}\n' >app/page.tsx
next14 build --no-lint
