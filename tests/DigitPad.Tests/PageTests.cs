using DigitPad.Tests.Serving;
using Microsoft.Playwright;

namespace DigitPad.Tests;

/// <summary>The page as a user sees it.</summary>
public sealed class PageTests(OpenPage opened) : IClassFixture<OpenPage>
{
    [Fact]
    public async Task A_seven_drawn_by_mouse_is_read_and_spoken()
    {
        IPage page = await opened.ResetAsync();
        await opened.DrawSevenAsync();
        Assert.Equal("7", await opened.DigitAsync());
        await page.WaitForFunctionAsync("/^7, \\d+ percent$/.test(document.getElementById('spoken').textContent)");
        Assert.Equal("polite", await page.GetAttributeAsync("#spoken", "aria-live"));
    }

    [Fact]
    public async Task A_one_and_a_zero_drawn_by_mouse_are_read_by_each_network()
    {
        await opened.ResetAsync();
        foreach (string model in (string[])["lenet", "mlp", "cnn"])
        {
            await opened.SelectAsync(model);
            await opened.Page.ClickAsync("#clear");
            await opened.DrawAsync([(14, 4), (14, 24)]);
            Assert.Equal("1", await opened.DigitAsync());
            await opened.Page.ClickAsync("#clear");
            await opened.DrawAsync([(14, 4), (8, 8), (7, 14), (9, 21), (14, 24), (19, 21), (21, 14), (19, 7), (14, 4)]);
            Assert.Equal("0", await opened.DigitAsync());
        }
    }

    [Fact]
    public async Task The_ten_probabilities_sum_to_about_a_hundred_percent()
    {
        IPage page = await opened.ResetAsync();
        await opened.DrawSevenAsync();
        int[] percent = await page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('#bars li')].map(bar => parseInt(bar.lastElementChild.textContent))");
        Assert.Equal(10, percent.Length);
        Assert.InRange(percent.Sum(), 95, 105);
    }

    [Fact]
    public async Task The_keyboard_draws_and_undoes()
    {
        IPage page = await opened.ResetAsync();
        await page.FocusAsync("#pad");
        for (int i = 0; i < 12; i++)
            await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Space");
        for (int i = 0; i < 20; i++)
            await page.Keyboard.PressAsync("Shift+ArrowDown");
        Assert.Equal("1", await opened.DigitAsync());
        for (int i = 0; i < 21; i++)
            await page.Keyboard.PressAsync("Backspace");
        await page.WaitForSelectorAsync(".hint");
        Assert.Equal("–", await opened.DigitAsync());
    }

    [Fact]
    public async Task A_single_pixel_can_be_set()
    {
        IPage page = await opened.ResetAsync();
        await page.CheckAsync("input[value=Pixel]", new() { Force = true });
        await opened.DrawAsync([(3.5f, 2.5f)]);
        string pixels = await page.EvaluateAsync<string>("""
            [...document.getElementById('pad').getContext('2d').getImageData(0, 0, 28, 28).data]
                .flatMap((value, index) => index % 4 === 3 && value > 0 ? [(index - 3) / 4 + ':' + value] : []).join()
            """);
        Assert.Equal($"{(2 * 28) + 3}:255", pixels);
    }

    [Fact]
    public async Task Each_layer_has_its_maps()
    {
        IPage page = await opened.ResetAsync();
        await opened.DrawSevenAsync();
        string[] titles = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.layer h3')].map(title => title.textContent.replace(/\\s+/g, ' ').trim())");
        Assert.Equal(
            ["conv2d1 filters 6×5×5", "conv2d1 Conv2d 6×28×28", "relu1 ReLU 6×28×28", "maxpool2d1 MaxPool2d 6×14×14"], titles[..4]);
        Assert.Equal("linear3 Linear 10", titles[^1]);
        int[] maps = await page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('.layer')].map(layer => layer.querySelectorAll('canvas').length)");
        Assert.Equal([0, 6, 6, 6, 16, 16, 16, 1, 1, 1, 1, 1, 1], maps);
        int blank = await page.EvaluateAsync<int>("""
            [...document.querySelectorAll('.layer')].slice(1).filter(layer => [...layer.querySelectorAll('canvas')].every(canvas =>
                canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.every(value => value === 0))).length
            """);
        Assert.Equal(0, blank);
    }

    [Fact]
    public async Task A_value_of_a_convolution_is_its_sum_and_bias()
    {
        IPage page = await opened.ResetAsync();
        await opened.DrawSevenAsync();
        await page.ClickAsync("[aria-label='conv2d2, channel 3']");
        Assert.Equal(6, await page.Locator("#terms li").CountAsync());
        double[] numbers = await page.EvaluateAsync<double[]>("""
            [...document.querySelectorAll('#terms li')].map(term => term.lastElementChild.textContent)
                .concat(document.querySelector('.sum').textContent.split('bias')[1].split('='))
                .map(text => parseFloat(text.replace('−', '-').replace(/[^-.0-9]/g, '')))
            """);
        Assert.Equal(numbers[^1], numbers[..^1].Sum(), tolerance: 0.05);
    }

    [Fact]
    public async Task A_pool_marks_its_argmax_positions()
    {
        IPage page = await opened.ResetAsync();
        await opened.DrawSevenAsync();
        await page.ClickAsync("[aria-label='maxpool2d1, channel 2']");
        Assert.Equal(14 * 14, await page.Locator("#detail .figures circle").CountAsync());
        Assert.Equal(1, await page.Locator("#terms circle").CountAsync());
    }

    [Fact]
    public async Task Arrow_keys_choose_another_value()
    {
        IPage page = await opened.ResetAsync();
        await page.ClickAsync("[aria-label='relu1, channel 1']");
        await page.FocusAsync("#unit-map");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Contains("row 15, column 14", await page.InnerTextAsync("#detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_in_the_page_raises_the_accuracy()
    {
        IPage page = await opened.ResetAsync();
        await opened.SelectAsync("cnn");
        await page.ClickAsync("#randomize");
        await page.ClickAsync("#train");
        const string Accuracy = "parseInt((/accuracy (\\d+) %/.exec(document.getElementById('training-state').textContent) ?? [])[1])";
        await page.WaitForFunctionAsync($"{Accuracy} >= 60", null, new() { Timeout = 60_000 });
        await page.ClickAsync("#stop");
        await page.WaitForSelectorAsync("#train");

        // The curve has every accuracy; what the page showed first may be over before the test looks. Higher ones have a smaller y.
        double[] heights = await page.EvaluateAsync<double[]>("[...document.querySelector('polyline.accuracy').points].map(p => p.y)");
        const double Top = 4, Height = 88;
        Assert.True(heights.Length > 1);
        Assert.True(heights[0] > Top + (0.4 * Height), "the first accuracy was 60 % or more");
        Assert.True(heights.Min() <= Top + (0.4 * Height), "no accuracy was 60 % or more");
    }

    [Fact]
    public async Task Own_drawings_are_added_to_the_training_digits()
    {
        IPage page = await opened.ResetAsync();
        Assert.True(await page.IsDisabledAsync("#add"));
        await opened.DrawSevenAsync();
        await page.SelectOptionAsync("#label", "7");
        await page.ClickAsync("#add");
        Assert.Contains("1 added", await page.InnerTextAsync(".own"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_that_fit_another_network_let_it_read()
    {
        IPage page = await opened.ResetAsync();
        await page.SetInputFilesAsync("#file", Path.Combine(SampleBuild.PageSources, "weights", "mlp.safetensors"));
        await page.WaitForSelectorAsync("#file-message:has-text('Perceptron reads with it')");
        Assert.True(await page.IsCheckedAsync("input[value=mlp]"));
        await opened.DrawSevenAsync();
        Assert.Equal("7", await opened.DigitAsync());
    }

    [Fact]
    public async Task A_broken_file_gives_a_message_and_the_weights_stay()
    {
        IPage page = await opened.ResetAsync();
        await opened.DrawSevenAsync();
        byte[] broken = await File.ReadAllBytesAsync(
            Path.Combine(SampleBuild.PageSources, "weights", "lenet.safetensors"), TestContext.Current.CancellationToken);
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "broken.safetensors", Buffer = broken[..1000] });
        await page.WaitForSelectorAsync("#file-message[role=alert]:has-text('broken.safetensors was not loaded')");
        Assert.Equal("7", await opened.DigitAsync());
        byte[] saved = await SaveAsync(page);
        Assert.Equal(broken, saved);
    }

    [Fact]
    public async Task Nothing_scrolls_sideways()
    {
        IPage page = await opened.ResetAsync();
        try
        {
            foreach (int width in (int[])[360, 768, 1400])
            {
                await page.SetViewportSizeAsync(width, 800);
                foreach (string model in (string[])["mlp", "lenet"])
                {
                    await opened.SelectAsync(model);
                    Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                }
            }
        }
        finally
        {
            await page.SetViewportSizeAsync(1400, 900);
        }
    }

    [Fact]
    public async Task Every_control_has_a_name()
    {
        IPage page = await opened.ResetAsync();
        string[] nameless = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('button, input, select, [tabindex], [role=img]')]
                .filter(control => !control.ariaLabel && !control.textContent.trim() && !(control.labels?.[0]?.textContent.trim()))
                .map(control => control.outerHTML)
            """);
        Assert.Empty(nameless);
    }

    [Fact]
    public async Task The_page_says_what_it_computes_with()
    {
        IPage page = await opened.ResetAsync();
        string facts = await page.InnerTextAsync("#facts");
        Assert.Contains("Vector128 is accelerated, 4 floats at once", facts, StringComparison.Ordinal);
        Assert.Contains("no, interpreted", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_gives_the_numbers_of_the_native_program()
    {
        Assert.SkipUnless(NativeDigest.IsComparable, NativeDigest.NotComparable);
        IPage page = await opened.ResetAsync();
        Assert.Equal(
            await NativeDigest.AfterStepsAsync(20),
            await page.EvaluateAsync<string>("DotNet.invokeMethodAsync('DigitPad', 'TrainingDigest', 20)"));
    }

    [Fact]
    public async Task Nothing_is_loaded_from_outside_and_nothing_fails()
    {
        await opened.ResetAsync();
        await opened.DrawSevenAsync();
        Assert.All(opened.Requests, request => Assert.StartsWith(opened.Address, request.Replace("blob:", "", StringComparison.Ordinal)));
        Assert.Empty(opened.Complaints);
    }

    private static async Task<byte[]> SaveAsync(IPage page)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#save"));
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
