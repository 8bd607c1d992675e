-- The database and who may do what in it, as booking-local makes them for its own (PostgresRoles; a
-- test compares). Run once, by psql, as superuser. The passwords come from the environment.
\getenv worker_password WORKER_PASSWORD
\getenv gateway_password GATEWAY_PASSWORD

-- The worker's migrations grant SELECT to whoever is a member of this one.
CREATE ROLE booking_reader NOLOGIN;
CREATE ROLE booking_worker LOGIN CONNECTION LIMIT 20 PASSWORD :'worker_password';
CREATE ROLE booking_gateway LOGIN CONNECTION LIMIT 40 PASSWORD :'gateway_password';
GRANT booking_reader TO booking_gateway;
CREATE DATABASE booking OWNER booking_worker;
-- By default anybody may make temporary tables.
REVOKE ALL ON DATABASE booking FROM PUBLIC;
GRANT CONNECT ON DATABASE booking TO booking_reader;
