package javax.servlet;

/** Outline of Java EE's {@code Servlet}. */
public interface Servlet {}
