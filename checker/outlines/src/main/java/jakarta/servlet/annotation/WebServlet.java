package jakarta.servlet.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Outline of Jakarta Servlet's {@code WebServlet}. */
@Target({ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WebServlet {
  String name() default "";

  String[] value() default {};

  String[] urlPatterns() default {};

  int loadOnStartup() default -1;

  boolean asyncSupported() default false;

  String smallIcon() default "";

  String largeIcon() default "";

  String description() default "";

  String displayName() default "";
}
