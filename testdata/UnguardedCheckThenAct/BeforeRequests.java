package cases.uncheckedcheckthenact;

import jakarta.annotation.PostConstruct;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a container calls once, before the first request. */
public class BeforeRequests extends GenericServlet {
  private String encoding;
  private StringBuilder log;
  private final Map<String, String> types = new ConcurrentHashMap<>();

  @Override
  public void init() {
    if (encoding == null) {
      encoding = System.getProperty("encoding", "UTF-8");
      types.put("encoding", encoding);
    }
  }

  @Override
  public void service(ServletRequest request, ServletResponse response) {
    if (log == null) {
      log = new StringBuilder(encoding); // want UnguardedCheckThenAct "log"
    }
    System.out.println(request.getParameter("name") + log);
  }

  /** A component that is told when it is complete. */
  static class Table {
    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

    @PostConstruct
    public void fill() {
      if (!sizes.containsKey("small")) {
        sizes.put("small", 1);
      }
    }

    public void refill() {
      if (!sizes.containsKey("small")) {
        sizes.put("small", 1); // want UnguardedCheckThenAct "sizes"
      }
    }
  }
}
