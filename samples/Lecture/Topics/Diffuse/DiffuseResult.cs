namespace Lecture.Diffuse;

/// <summary>A trained denoiser.</summary>
/// <param name="Network">The denoiser, with the average of its weights along the way.</param>
/// <param name="Errors">Its mean squared error on digits that were held out, at some levels of noise.</param>
internal sealed record DiffuseResult(Denoiser Network, IReadOnlyList<(NoiseLevel Level, double Error)> Errors);
