# Debian, not Alpine: and the image's own Node, so the pinned one (an optional dependency) stays out.
FROM node:24-bookworm-slim

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY commands commands
COPY config config
COPY src src
COPY LICENSE ./

# A named volume takes its owner from here.
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production DATA_DIR=/data
VOLUME /data
USER node
STOPSIGNAL SIGTERM
CMD ["node", "src/main.ts"]
