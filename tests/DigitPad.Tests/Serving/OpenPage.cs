using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DigitPad.Tests.Serving;

/// <summary>The page in a browser: opened once, and used by one test after the other.</summary>
public sealed class OpenPage : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run",
    ];

    private readonly ConcurrentQueue<string> complaints = [], requests = [];
    private PageServer? server;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IPage? page;

    /// <summary>The page; the test is skipped where no browser is.</summary>
    internal IPage Page
    {
        get
        {
            Assert.SkipWhen(InstalledBrowser.Path is null, InstalledBrowser.Missing);
            return page!;
        }
    }

    /// <summary>What the browser said of errors, and requests that failed.</summary>
    internal IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>The addresses that were asked for.</summary>
    internal IReadOnlyCollection<string> Requests => requests;

    /// <summary>Where the page comes from.</summary>
    internal string Address => server!.Address;

    public async ValueTask InitializeAsync()
    {
        if (InstalledBrowser.Path is null)
            return;
        server = new PageServer(SampleBuild.PageSources, SampleBuild.PageOutput);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledBrowser.Path, Args = Arguments });
        page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.RequestFailed += (_, request) => complaints.Enqueue($"{request.Url}: {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                complaints.Enqueue($"{response.Url}: {response.Status}");
        };
        page.Request += (_, request) => requests.Enqueue(request.Url);
        await page.GotoAsync(server.Address);
        await page.WaitForSelectorAsync("#pad", new() { Timeout = 60_000 });
    }

    /// <summary>An empty pad, and LeNet with its trained weights.</summary>
    internal async Task<IPage> ResetAsync()
    {
        await Page.ClickAsync("#clear");
        await SelectAsync("lenet");
        await Page.ClickAsync("#restore");
        await Page.WaitForSelectorAsync(".hint");
        return Page;
    }

    /// <summary>Chooses a network by its key.</summary>
    internal async Task SelectAsync(string model)
    {
        await Page.CheckAsync($"input[value={model}]", new() { Force = true });
        await Page.WaitForFunctionAsync($"document.querySelector('input[value={model}]').checked");
    }

    /// <summary>Draws strokes with the mouse.</summary>
    /// <param name="strokes">For each stroke its points, in pixels of the pad.</param>
    internal async Task DrawAsync(params (float X, float Y)[][] strokes)
    {
        var box = (await Page.Locator("#pad").BoundingBoxAsync())!;
        foreach ((float X, float Y)[] stroke in strokes)
        {
            for (int i = 0; i < stroke.Length; i++)
            {
                await Page.Mouse.MoveAsync(
                    box.X + (stroke[i].X * box.Width / 28), box.Y + (stroke[i].Y * box.Height / 28), new() { Steps = i == 0 ? 1 : 6 });
                if (i == 0)
                    await Page.Mouse.DownAsync();
            }

            await Page.Mouse.UpAsync();
        }

        // The pad takes what the pointer did with the next frame.
        await Page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// <summary>Draws a seven.</summary>
    internal Task DrawSevenAsync() => DrawAsync([(7, 6), (20, 6), (12, 23)]);

    /// <summary>The digit that the page shows as read.</summary>
    internal Task<string> DigitAsync() => Page.InnerTextAsync("#digit");

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        server?.Dispose();
    }
}
