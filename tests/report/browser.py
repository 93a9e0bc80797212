"""A headless Chromium for the tests of the report and for its pictures."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
except ImportError:
    webdriver = None

# The version that the tests were written for.
AXE = "axe-core@4.10.3"


def missing():
    """What is not installed, in words; empty when all is there."""
    absent = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    return absent + (["python3-selenium"] if webdriver is None else [])


@contextlib.contextmanager
def chromium(width=1440, height=1000, dark=False, downloads=None):
    """A driver; the window is `width` pixels wide whatever the least width of a window is."""
    options = Options()
    options.binary_location = shutil.which("chromium")
    with tempfile.TemporaryDirectory() as profile:
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                         "--disable-dev-shm-usage", f"--user-data-dir={profile}",
                         "--force-device-scale-factor=1", f"--window-size={width},{height}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = Service(shutil.which("chromedriver"))
        driver = webdriver.Chrome(service=service, options=options)
        try:
            resize(driver, width, height)
            prefer(driver, dark)
            driver.set_script_timeout(240)
            if downloads:
                driver.execute_cdp_cmd("Browser.setDownloadBehavior", {
                    "behavior": "allow", "downloadPath": str(downloads)})
            yield driver
        finally:
            driver.quit()


def resize(driver, width, height):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def prefer(driver, dark):
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
        {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
        {"name": "prefers-reduced-motion", "value": "reduce"}]})


def open_page(driver, path):
    """Opens a file and gives what it asked the network for, its own address aside."""
    driver.get_log("performance")
    driver.get_log("browser")
    driver.get(pathlib.Path(path).resolve().as_uri())
    if driver.execute_script("return document.documentElement.dataset.ready") != "true":
        raise AssertionError("the page does not say that it is ready")


def asked_for(driver):
    """Every address asked for since the page was opened."""
    addresses = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            addresses.append(message["params"]["request"]["url"])
    return addresses


def complaints(driver):
    """What the console says: errors, and what the policy refused."""
    return [entry["message"] for entry in driver.get_log("browser")]


def language(driver, name):
    text = {"vi": "Tiếng Việt", "en": "English"}[name]
    press(driver, f"//*[@id='top']//button[text()='{text}']")


def press(driver, xpath):
    element = driver.find_element("xpath", xpath)
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def axe_source(build):
    """axe-core's script, by npm into the build folder; None where that cannot be had."""
    folder = pathlib.Path(build) / "axe"
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists() and shutil.which("npm"):
        os.makedirs(folder, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", str(folder), "--no-save", "--no-audit",
                        "--no-fund", "--ignore-scripts", AXE], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return script.read_text(encoding="utf-8") if script.exists() else None


def data_of(path):
    """The data within a report."""
    page = pathlib.Path(path).read_text(encoding="utf-8")
    found = re.search(r'id="vclink-data">(.*?)</script>', page, re.S)
    return json.loads(found.group(1))


def rows_of(data, table):
    found = data["tables"][table]
    names = [column["name"] for column in found["columns"]]
    return [dict(zip(names, values)) for values in zip(*found["values"])]
