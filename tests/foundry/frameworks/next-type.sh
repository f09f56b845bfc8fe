# expect: type_error js.next-type
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
echo '{"compilerOptions": {"strict": true, "lib": ["dom", "esnext"], "jsx": "preserve", "module": "esnext", "moduleResolution": "bundler", "skipLibCheck": true, "esModuleInterop": true, "resolveJsonModule": true, "isolatedModules": true, "noEmit": true, "allowJs": true, "incremental": true, "plugins": [{"name": "next"}], "paths": {"@/*": ["./*"]}}, "include": ["next-env.d.ts", "**/*.ts", "**/*.tsx"], "exclude": ["node_modules"]}' >tsconfig.json; mkdir app; printf 'export default function Layout({ children }: { children: React.ReactNode }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.tsx
printf 'type Basket = { price: number }\nconst basket: Basket = { price: 3 }\n\nexport default function Page() {\n  return <p>{basket.prize}</p>\n}\n' >app/page.tsx
next14 build --no-lint
