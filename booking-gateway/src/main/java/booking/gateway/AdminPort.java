package booking.gateway;

import booking.gateway.request.KafkaRequests;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** What operators find beside the API: health and metrics, and nothing that changes anything. */
final class AdminPort {

  private final Environment dropwizard;

  AdminPort(Environment dropwizard) {
    this.dropwizard = dropwizard;
  }

  /**
   * @param checks what is asked whether the gateway can work, by name
   */
  void open(Map<String, HealthCheck> checks, KafkaRequests requests) {
    checks.forEach(dropwizard.healthChecks()::register);
    MetricRegistry metrics = dropwizard.metrics();
    metrics.register("booking.requests.waiting", (Gauge<Integer>) requests::waiting);
    metrics.register("booking.requests.decided", requests.decisionTimes());
    metrics.register("booking.requests.undecided", requests.undecided());
    exportMetrics();
    closeTasks();
  }

  private void exportMetrics() {
    PrometheusRegistry exported = new PrometheusRegistry();
    DropwizardExports.builder().dropwizardRegistry(dropwizard.metrics()).register(exported);
    dropwizard
        .admin()
        .addServlet("prometheus", new PrometheusMetricsServlet(exported))
        .addMapping("/metrics");
  }

  // Dropwizard brings tasks that collect garbage and set log levels for whoever can reach the port.
  private void closeTasks() {
    Filter closed =
        (request, response, rest) ->
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
    dropwizard
        .admin()
        .addFilter("closed-tasks", closed)
        .addMappingForUrlPatterns(null, true, "/tasks/*");
  }
}
