package booking.local.faults.load;

import booking.local.Http;
import booking.local.Premises;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.history.History;
import booking.local.faults.load.Customer.Places;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Customers, an admin and the payment service, all at once, until they are told to stop. */
public final class Load implements AutoCloseable {

  private static final long ADMIN = 1;
  private static final long FIRST_USER = 1000;
  // Each customer is many people in turn, since nobody may hold two seats of one slot.
  private static final int PEOPLE = 25;
  private static final int SEATS = 100;
  private static final int HOT_SEATS = 4;

  private final Cluster cluster;
  private final LoadSettings settings;
  private final History history;
  private final Pressure pressure;
  private final Payments payments;
  private final Places places;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Makes rooms and slots in a healthy cluster, and then begins. */
  public static Load start(Cluster cluster, LoadSettings settings, History history) {
    Premises premises = new Premises(as(cluster, cluster.clients().get(0), ADMIN, true));
    Places places =
        new Places(
            premises.slots(settings.slots(), SEATS),
            premises.slots(settings.hotSlots(), HOT_SEATS),
            settings.holdTime().plusSeconds(3));
    Load load = new Load(cluster, settings, places, history);
    load.begin();
    return load;
  }

  private Load(Cluster cluster, LoadSettings settings, Places places, History history) {
    this.cluster = cluster;
    this.settings = settings;
    this.places = places;
    this.history = history;
    this.pressure = new Pressure(settings.rate());
    this.payments = new Payments(cluster.bootstrapServers(), history);
  }

  /** What clients saw instead of a yes or no since {@link #takeErrors}, by its code. */
  public Map<String, Long> errors() {
    return pressure.errors();
  }

  /** The same, to be forgotten now. */
  public Map<String, Long> takeErrors() {
    return pressure.takeErrors();
  }

  /** Lets nobody begin a call until {@link #resume}. */
  public void pause() {
    pressure.pace().pause();
  }

  /** Ends {@link #pause}. */
  public void resume() {
    pressure.pace().resume();
  }

  /** Tells the clients whether what is decided may be readable only later: Postgres is away. */
  public void readsMayLag(boolean now) {
    pressure.readsMayLag(now);
  }

  /** How long after a pause began the last hold has ended and the last payment has come. */
  public Duration quietAfter() {
    return places.late().plusSeconds(5);
  }

  /** The slots that have room for everybody. */
  public List<Long> slots() {
    return places.plenty();
  }

  public History history() {
    return history;
  }

  /** Returns when everybody has finished what they were at, and has their answer. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      payments.stop();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    history.flush();
  }

  private void begin() {
    for (int i = 0; i < settings.customers(); i++) {
      Random random = new Random(settings.seed() * 1000 + i);
      List<Customer> people = people(i, random);
      go("customer-" + i, () -> people.get(random.nextInt(people.size())).act());
    }
    Random random = new Random(settings.seed() * 1000 - 1);
    Caller admin = caller(ADMIN, true);
    go("admin", new Admin(admin, places.hot(), random)::act);
  }

  private List<Customer> people(int customer, Random random) {
    return IntStream.range(0, PEOPLE)
        .mapToLong(person -> FIRST_USER + customer * PEOPLE + person)
        .mapToObj(user -> new Customer(user, caller(user, false), payments, places, random))
        .toList();
  }

  private Caller caller(long user, boolean admin) {
    List<Http> gateways =
        cluster.clients().stream().map(client -> as(cluster, client, user, admin)).toList();
    return new Caller(user, gateways, pressure, history);
  }

  private void go(String name, Runnable act) {
    Thread thread =
        new Thread(
            () -> {
              while (stopping.getCount() > 0) {
                act.run();
              }
            },
            name);
    threads.add(thread);
    thread.start();
  }

  private static Http as(Cluster cluster, Http client, long user, boolean admin) {
    return client.with("Authorization", cluster.bearer(user, admin));
  }
}
