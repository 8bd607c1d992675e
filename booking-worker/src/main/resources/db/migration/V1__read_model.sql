-- The read model: the fold of booking-events and catalog-events, and of the refusals among
-- booking-results. Every row can be dropped and made again from the log. Names are unqualified, so
-- that a rebuild can fill a schema beside the live one.
--
-- The constraints are a second guard, independent of the rules: none of them fires unless the worker
-- is wrong, and one that fires stops the read model with an alarm. No foreign keys: rooms and slots
-- arrive on different topics, in no order between them. What a customer or the payment service wrote
-- is plain text here, metadata too: bad JSON from one of them must not stop the rows of all others.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE TABLE rooms (
    id            bigint PRIMARY KEY,
    version       bigint         NOT NULL,
    name          text           NOT NULL,
    description   text,
    room_type     text           NOT NULL CHECK (room_type IN ('office', 'consultation', 'meeting', 'treatment')),
    capacity      integer        NOT NULL CHECK (capacity >= 1),
    hourly_rate   numeric(12, 2) CHECK (hourly_rate >= 0),
    currency      text           NOT NULL,
    time_zone     text           NOT NULL,
    is_active     boolean        NOT NULL,
    refund_policy jsonb,
    metadata      text,
    created_at    timestamptz    NOT NULL,
    updated_at    timestamptz    NOT NULL,
    -- Looked at when the batch commits: two rooms that swap their names within one batch are in order.
    CONSTRAINT one_active_room_of_a_name EXCLUDE USING btree (name WITH =) WHERE (is_active)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE timeslots (
    id            bigint PRIMARY KEY,
    version       bigint         NOT NULL,
    room_id       bigint         NOT NULL,
    start_time    timestamptz    NOT NULL,
    end_time      timestamptz    NOT NULL,
    price         numeric(12, 2) NOT NULL CHECK (price >= 0),
    currency      text           NOT NULL,
    max_bookings  integer        NOT NULL CHECK (max_bookings BETWEEN 1 AND 10000),
    is_open       boolean        NOT NULL,
    held          integer        NOT NULL CHECK (held >= 0),
    confirmed     integer        NOT NULL CHECK (confirmed >= 0),
    created_at    timestamptz    NOT NULL,
    updated_at    timestamptz    NOT NULL,
    CONSTRAINT starts_before_it_ends CHECK (start_time < end_time),
    CONSTRAINT no_seat_sold_twice CHECK (held + confirmed <= max_bookings),
    CONSTRAINT no_overlap_in_a_room EXCLUDE USING gist
        (room_id WITH =, tstzrange(start_time, end_time) WITH &&)
);
CREATE INDEX timeslots_of_a_room ON timeslots (room_id, start_time);

CREATE TABLE bookings (
    id              bigint PRIMARY KEY,
    version         bigint         NOT NULL,
    user_id         bigint         NOT NULL,
    timeslot_id     bigint         NOT NULL,
    room_id         bigint         NOT NULL,
    status          text           NOT NULL CHECK (status IN ('pending', 'confirmed', 'completed', 'no_show', 'cancelled')),
    booking_type    text,
    price           numeric(12, 2) NOT NULL CHECK (price >= 0),
    currency        text           NOT NULL,
    payment_status  text           NOT NULL CHECK (payment_status IN ('pending', 'paid', 'refunded')),
    payment_id      text,
    notes           text,
    metadata        text,
    hold_expires_at timestamptz,
    cancel_reason   text CHECK (cancel_reason IN ('user', 'venue', 'hold_expired')),
    refund_amount   numeric(12, 2),
    created_at      timestamptz    NOT NULL,
    updated_at      timestamptz    NOT NULL,
    cancelled_at    timestamptz,
    CONSTRAINT no_more_refunded_than_paid CHECK (refund_amount BETWEEN 0 AND price),
    CONSTRAINT no_payment_spent_twice UNIQUE (payment_id),
    CONSTRAINT id_names_its_timeslot CHECK (id / 100000 = timeslot_id)
);
CREATE INDEX bookings_of_a_user ON bookings (user_id, created_at DESC, id DESC);
CREATE INDEX bookings_of_a_user_by_status ON bookings (user_id, status, created_at DESC, id DESC);
CREATE INDEX bookings_newest ON bookings (created_at DESC, id DESC);
CREATE INDEX bookings_by_status ON bookings (status, created_at DESC, id DESC);
CREATE INDEX bookings_of_a_room ON bookings (room_id, created_at DESC, id DESC);

CREATE TABLE payments (
    id          text PRIMARY KEY,
    booking_id  bigint         NOT NULL,
    amount      numeric(12, 2) NOT NULL CHECK (amount > 0),
    currency    text           NOT NULL,
    outcome     text           NOT NULL CHECK (outcome IN ('kept', 'returned')),
    paid_at     timestamptz    NOT NULL,
    received_at timestamptz    NOT NULL,
    -- The same payment again finds its row here; one with another fate breaks the primary key.
    CONSTRAINT one_fate_of_a_payment UNIQUE (id, booking_id, outcome)
);
CREATE INDEX payments_of_a_booking ON payments (booking_id);

CREATE TABLE refunds (
    id           text PRIMARY KEY,
    version      bigint         NOT NULL,
    payment_id   text           NOT NULL UNIQUE,
    booking_id   bigint         NOT NULL,
    amount       numeric(12, 2) NOT NULL CHECK (amount > 0),
    currency     text           NOT NULL,
    reason       text           NOT NULL,
    status       text           NOT NULL CHECK (status IN ('requested', 'succeeded', 'failed')),
    detail       text,
    requested_at timestamptz    NOT NULL,
    settled_at   timestamptz
);
CREATE INDEX refunds_of_a_booking ON refunds (booking_id, requested_at, id);

-- One row for each decided request.
CREATE TABLE requests (
    id          text PRIMARY KEY,
    user_id     bigint      NOT NULL,
    status      text        NOT NULL CHECK (status IN ('accepted', 'rejected')),
    code        text,
    timeslot_id bigint,
    booking_id  bigint,
    room_id     bigint,
    decided_at  timestamptz NOT NULL,
    CONSTRAINT a_code_says_why_not CHECK ((status = 'rejected') = (code IS NOT NULL))
);

-- The audit trail: what happened to a slot, in order.
CREATE TABLE booking_events (
    timeslot_id bigint      NOT NULL,
    version     bigint      NOT NULL,
    kind        text        NOT NULL,
    booking_id  bigint,
    request_id  text,
    user_id     bigint,
    occurred_at timestamptz NOT NULL,
    PRIMARY KEY (timeslot_id, version)
);

-- How far the tables have followed each partition, moved in the transaction that writes the rows.
CREATE TABLE projection_progress (
    topic       text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL CHECK (next_offset >= 0),
    PRIMARY KEY (topic, partition)
);

-- The gateway's login belongs to this role and can do nothing else.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'booking_reader') THEN
        CREATE ROLE booking_reader NOLOGIN;
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO booking_reader', current_schema());
END
$$;
GRANT SELECT ON rooms, timeslots, bookings, payments, refunds, requests, projection_progress TO booking_reader;
