package jakarta.servlet;

import java.io.IOException;
import java.io.PrintWriter;

/** Outline of Jakarta Servlet's {@code ServletResponse}. */
public interface ServletResponse {
  PrintWriter getWriter() throws IOException;

  void setContentType(String text);
}
