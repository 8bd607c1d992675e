#!/usr/bin/env bash
# Makes images that stand in for those that docker-compose.yml takes from elsewhere, on a Debian
# machine that cannot pull any: all of them, or those that are named, e.g. stand-ins.sh java kafka.
# README.md beside this says how, and what they do not show.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../../../.." && pwd)
java=${STAND_IN_JDK:?is not set: the folder of a JDK 25}
postgres=${STAND_IN_POSTGRES:?is not set: the folder of an unpacked embedded-postgres-binaries}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

image_of() { # the image that the compose file or a Dockerfile names, by its beginning
  sed -nE "s#^ *(image:|FROM) ($1:[^ ]+)\$#\2#p" \
    "$top/docker-compose.yml" "$top/booking-worker/Dockerfile"
}

temurin=$(image_of eclipse-temurin)

# A root with a shell, what the images' scripts call, and all that these are linked with.
root() {
  local to=$1 program library
  shift
  mkdir -p "$to"/{bin,etc,usr,tmp,var/lib,var/run,srv}
  chmod 1777 "$to/tmp"
  ln -s ../bin "$to/usr/bin"
  for program in "$@"; do
    # Debian's psql on the path is a script that looks for versions.
    cp -L "$(PATH="/usr/lib/postgresql/15/bin:$PATH" command -v "$program")" "$to/bin/"
  done
  for library in $(ldd "$to"/bin/* 2> /dev/null | grep -o '/[^ ]*' | grep -v ':$' | sort -u); do
    mkdir -p "$to$(dirname "$library")"
    cp -nL "$library" "$to$library"
  done
  ln -sf bash "$to/bin/sh"
  printf 'root:x:0:0::/:/bin/sh\npostgres:x:999:999::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n' \
    > "$to/etc/passwd"
  printf 'hosts: files dns\n' > "$to/etc/nsswitch.conf"
  # Java writes … as ? without it.
  mkdir -p "$to/usr/lib/locale"
  cp -r /usr/lib/locale/C.utf8 "$to/usr/lib/locale/"
  # To look hosts up, and what Java, RocksDB and Postgres are linked with.
  for library in libnss_dns.so.2 libnss_files.so.2 libresolv.so.2 libstdc++.so.6 libgcc_s.so.1 \
      libm.so.6 libz.so.1 libdl.so.2 libpthread.so.0 librt.so.1; do
    cp -nL "/lib/x86_64-linux-gnu/$library" "$to/lib/x86_64-linux-gnu/" 2> /dev/null ||
      cp -nL "/usr/lib/x86_64-linux-gnu/$library" "$to/lib/x86_64-linux-gnu/"
  done
}

shell="bash env install chown chmod mkdir cat head tail grep sed id ls sleep rm cp mv tr dirname"

make_java() {
  root "$work/java/root" $shell
  mkdir -p "$work/java/root/opt/java"
  cp -r "$java" "$work/java/root/opt/java/openjdk"
  cat > "$work/java/Dockerfile" <<'EOF'
FROM scratch
COPY root/ /
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/bin:/bin LANG=C.UTF-8
EOF
  docker build -q -t "$temurin" "$work/java"
}

make_kafka() {
  mkdir -p "$work/kafka/libs"
  cp "$top"/booking-local/target/lib/*.jar "$work/kafka/libs/"
  # Kafka's tool that formats the log does not run with the one that Dropwizard takes.
  rm "$work"/kafka/libs/argparse4j-*.jar
  (cd "$top" && ./mvnw -q -B -ntp -N dependency:copy -DoutputDirectory="$work/kafka/libs" \
    -Dartifact=net.sourceforge.argparse4j:argparse4j:0.7.0)
  cp "$here/kafka-run" "$here/logback.xml" "$work/kafka/"
  cat > "$work/kafka/Dockerfile" <<EOF
FROM $temurin
COPY libs/ /opt/kafka/libs/
COPY kafka-run /etc/kafka/docker/run
COPY logback.xml /etc/kafka/docker/
RUN install -d -o 1000 -g 1000 /var/lib/kafka/data /opt/kafka/config /opt/kafka/logs
USER 1000
CMD ["/etc/kafka/docker/run"]
EOF
  docker build -q -t "$(image_of apache/kafka)" "$work/kafka"
}

make_postgres() {
  root "$work/postgres/root" $shell psql pg_isready setpriv
  cp -r "$postgres" "$work/postgres/root/opt"
  # A folder that mktemp made is its maker's alone.
  chmod 755 "$work/postgres/root/opt"
  cp "$here/postgres-run" "$work/postgres/root/bin/"
  cat > "$work/postgres/Dockerfile" <<'EOF'
FROM scratch
COPY root/ /
ENV PATH=/opt/bin:/usr/bin:/bin LANG=C.UTF-8 PGDATA=/var/lib/postgresql/18/docker
RUN install -d -o 999 -g 999 -m 1777 /var/lib/postgresql
ENTRYPOINT ["/bin/postgres-run"]
EOF
  docker build -q -t "$(image_of postgres)" "$work/postgres"
}

make_prometheus() {
  root "$work/prometheus/root" $shell wget prometheus
  cat > "$work/prometheus/Dockerfile" <<'EOF'
FROM scratch
COPY root/ /
RUN install -d -o 65534 -g 65534 /prometheus /etc/prometheus
USER 65534
ENTRYPOINT ["/bin/prometheus"]
EOF
  docker build -q -t "$(image_of prom/prometheus)" "$work/prometheus"
}

make_grafana() { # A page that draws the dashboard's panels from Prometheus.
  root "$work/grafana/root" $shell wget
  cp "$here/grafana-run" "$here/dashboard.html" "$work/grafana/"
  cat > "$work/grafana/Dockerfile" <<EOF
FROM $temurin
COPY root/ /
COPY grafana-run /bin/
COPY dashboard.html /srv/index.html
USER 472
CMD ["/bin/grafana-run"]
EOF
  docker build -q -t "$(image_of grafana/grafana)" "$work/grafana"
}

make_registry() { # The program itself, as Maven has it.
  local image version
  image=$(image_of apicurio/apicurio-registry)
  version=${image##*:}
  mkdir -p "$work/registry/app"
  (cd "$top" && ./mvnw -q -B -ntp -N dependency:copy -DoutputDirectory="$work/registry" \
    -Dmdep.stripVersion -Dartifact="io.apicurio:apicurio-registry-app:$version:tar.gz:all")
  tar xzf "$work/registry/apicurio-registry-app-all.tar.gz" -C "$work/registry/app"
  rm "$work/registry/apicurio-registry-app-all.tar.gz"
  cat > "$work/registry/Dockerfile" <<EOF
FROM $temurin
COPY app/ /opt/registry/
USER 1001
CMD ["java", "-XX:MaxRAMPercentage=50", "-jar", "/opt/registry/quarkus-run.jar"]
EOF
  docker build -q -t "$image" "$work/registry"
}

all=(java kafka postgres prometheus grafana registry)
for image in "${@:-${all[@]}}"; do
  echo "$image"
  "make_$image"
done
