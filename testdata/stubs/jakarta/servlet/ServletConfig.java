package jakarta.servlet;

public interface ServletConfig {
  String getInitParameter(String name);
}
