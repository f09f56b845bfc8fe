# expect: dependency_missing js.next-package-missing
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
echo '{"compilerOptions": {"strict": true, "lib": ["dom", "esnext"], "jsx": "preserve", "module": "esnext", "moduleResolution": "bundler", "skipLibCheck": true, "esModuleInterop": true, "resolveJsonModule": true, "isolatedModules": true, "noEmit": true, "allowJs": true, "incremental": true, "plugins": [{"name": "next"}], "paths": {"@/*": ["./*"]}}, "include": ["next-env.d.ts", "**/*.ts", "**/*.tsx"], "exclude": ["node_modules"]}' >tsconfig.json; mkdir app; printf 'export default function Layout({ children }: { children: React.ReactNode }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.tsx
printf 'export default function Page() {\n  return <p>Basket</p>\n}\n' >app/page.tsx
printf "import { defineConfig } from 'vitest/config'\n\nexport default defineConfig({ test: { globals: true } })\n" >vitest.config.ts
next14 build --no-lint
