using DigitPad;
using DigitPad.Interop;
using DigitPad.Reading;
using DigitPad.Training;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services.AddScoped(_ => new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) });
builder.Services.AddScoped<PageScript>();
builder.Services.AddScoped<ReadingSession>();
builder.Services.AddScoped<TrainingSession>();
await builder.Build().RunAsync();
