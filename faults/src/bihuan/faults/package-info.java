/**
 * The promises of {@code docs/reliability.md}, put to the test. Each scenario prints its seed, has
 * a control that must fail, works on its own ports and folder, and ends only what it started.
 *
 * <p>Not below {@code org.bihuan}: the product looks for its parts there and would find ours.
 */
@org.jspecify.annotations.NullMarked
package bihuan.faults;
