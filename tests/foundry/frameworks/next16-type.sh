# expect: type_error js.ts-type
# needs: next16
ln -s /tmp/tools/frameworks/next16/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
echo '{"compilerOptions": {"strict": true, "lib": ["dom", "esnext"], "jsx": "preserve", "module": "esnext", "moduleResolution": "bundler", "skipLibCheck": true, "esModuleInterop": true, "resolveJsonModule": true, "isolatedModules": true, "noEmit": true, "allowJs": true, "incremental": true, "plugins": [{"name": "next"}], "paths": {"@/*": ["./*"]}}, "include": ["next-env.d.ts", "**/*.ts", "**/*.tsx"], "exclude": ["node_modules"]}' >tsconfig.json; mkdir app; printf 'export default function Layout({ children }: { children: React.ReactNode }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.tsx
printf 'type Basket = { price: number }\nconst basket: Basket = { price: 3 }\n\nexport default function Page() {\n  return <p>{basket.prize}</p>\n}\n' >app/page.tsx
echo "module.exports = { turbopack: { root: '/tmp' } }" >next.config.js
next16 build
