package io.tradeflow.browser;

import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlMatches;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/**
 * A real browser, one for all test classes of a JVM: what it has loaded of the pages' scripts it need not load again. Before each class it
 * forgets all that pages have kept with it, before each test who was signed in. It waits for what it is to find; a picture of every failure
 * is put into {@code target/screenshots}. Where the machine has no Chromium the tests are skipped, on CI they fail.
 */
class Chrome implements BeforeAllCallback, BeforeEachCallback, AfterTestExecutionCallback {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ChromeDriver driver;
    private static Path profile;

    /** Of the last page that was visited; pages of one JVM are all of one program. */
    private static String root;

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        requireChromium();
        if (driver == null) {
            start();
        } else {
            forgetEverything();
        }
    }

    private static void start() throws IOException {
        Files.createDirectories(PICTURES);
        profile = Files.createTempDirectory("tradeflow-browser");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options());
        Runtime.getRuntime().addShutdownHook(new Thread(Chrome::quit, "browser ends"));
    }

    private static void quit() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException e) {
            throw new UncheckedIOException("The browser's profile stays at " + profile, e);
        }
    }

    private void forgetEverything() throws IOException {
        forgetSignIn();
        if (root != null) {
            driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", root, "storageTypes", "all"));
        }
        FileSystemUtils.deleteRecursively(downloads());
        downloads();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        wide();
        forgetSignIn();
    }

    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        if (test.getExecutionException().isPresent()) {
            String name = "failed-" + test.getRequiredTestClass().getSimpleName() + "-"
                    + test.getRequiredTestMethod().getName();
            picture(name);
            Files.writeString(PICTURES.resolve(name + ".html"), driver.getCurrentUrl() + "\n" + driver.getPageSource());
        }
    }

    private static void requireChromium() {
        boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        String sentence =
                "Browser tests need " + CHROMIUM + " and " + DRIVER + ": install chromium and chromium-driver";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.assertTrue(isThere, sentence);
        }
        Assumptions.assumeTrue(isThere, sentence);
    }

    private static ChromeOptions options() throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-GB",
                "--user-data-dir=" + profile);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "plugins.always_open_pdf_externally", true,
                        "download.prompt_for_download", false,
                        "download.default_directory", downloads().toString(),
                        "credentials_enable_service", false));
        return options;
    }

    static Path downloads() throws IOException {
        return Files.createDirectories(profile.resolve("downloads"));
    }

    /** The screen of a desk. */
    void wide() {
        screen(1500, 1150, false);
    }

    /** The screen of a telephone. */
    void narrow() {
        screen(390, 844, true);
    }

    void screen(int width, int height) {
        screen(width, height, false);
    }

    private void screen(int width, int height, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    void forgetSignIn() {
        driver.get("about:blank");
        forgetCookies();
    }

    /** As a session that ran out while a page is open. */
    void forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Signs somebody of the demo company in on our own page, after whoever was. */
    Chrome signIn(int port, String user) {
        root = "http://localhost:" + port;
        forgetSignIn();
        open("/login");
        submitSignIn(user);
        waiting().until(urlMatches("/(desk|portal)$"));
        return this;
    }

    /** On the page for it that is open. */
    void submitSignIn(String user) {
        type(By.id("username"), user);
        type(By.id("password"), "demo");
        click(By.cssSelector("button[type=submit]"));
    }

    void open(String path) {
        driver.get(root + path);
    }

    /** A part of a page behind a hash is only opened anew if something lies between. */
    void openAnew(String path) {
        driver.get("about:blank");
        open(path);
    }

    WebElement see(By what) {
        return waiting().until(visibilityOfElementLocated(what));
    }

    String text(By what) {
        return until(browser -> {
            String text = browser.findElement(what).getText();
            return text.isBlank() ? null : text;
        });
    }

    void notSee(By what) {
        waiting().until(invisibilityOfElementLocated(what));
    }

    List<String> texts(By what) {
        return until(browser -> browser.findElements(what).stream()
                .filter(WebElement::isDisplayed)
                .map(element -> element.getText().strip())
                .toList());
    }

    void click(By what) {
        waiting().until(elementToBeClickable(what));
        // found anew each time: a page may draw itself again between the look and the click
        waiting().until(browser -> {
            WebElement element = browser.findElement(what);
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
        });
    }

    void type(By what, String text) {
        WebElement field = see(what);
        field.clear();
        field.sendKeys(text);
    }

    /** Types to whatever has the focus. */
    void press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    boolean isEnabled(By what) {
        return see(what).isEnabled();
    }

    /** Waits until this is no longer null, false or in the way of something. */
    <T> T until(Function<WebDriver, T> condition) {
        return waiting().until(condition);
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    WebDriver driver() {
        return driver;
    }

    private WebDriverWait waiting() {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100));
        wait.ignoring(StaleElementReferenceException.class, org.openqa.selenium.ElementClickInterceptedException.class);
        wait.ignoring(org.openqa.selenium.NoSuchElementException.class);
        return wait;
    }

    /** Puts what is on the screen into {@code target/screenshots}. */
    void picture(String name) {
        try {
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + name + " cannot be kept", e);
        }
    }
}
