# The bot in a container: `docker compose up` (compose.yaml) starts it beside a Postgres server. docs/operating.md says more.
# scripts/try-container-steps.sh takes these steps without a container engine.

FROM node:20.20.2-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY patches patches
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm run postinstall

FROM node:20.20.2-bookworm-slim
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json package-lock.json ./
COPY patches patches
COPY src src
COPY locales locales
COPY drizzle drizzle
COPY sample sample
# The one folder that is written to: the embedded Postgres server, where no other is named, and downloads.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
ENV NODE_ENV=production
ENV DATA_FOLDER=/data
ENV HTTP_HOST=0.0.0.0
ENV HTTP_PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=3m --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HTTP_PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, so that it gets the signals; npm would keep them.
CMD ["node", "--import", "tsx", "src/cli.ts", "start"]
