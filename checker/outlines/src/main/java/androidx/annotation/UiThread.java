package androidx.annotation;

/** Fake of the AndroidX annotation. */
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@Target({ElementType.METHOD, ElementType.TYPE})
public @interface UiThread {}
