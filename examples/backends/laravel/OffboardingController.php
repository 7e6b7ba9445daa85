<?php

namespace App\Http\Controllers;

use App\Models\Offboarding;
use Illuminate\Http\JsonResponse;

final class OffboardingController
{
    /** GET /offboardings/{offboarding}/decision: the whole input of <DecisionCard>. */
    public function decision(Offboarding $offboarding): JsonResponse
    {
        // One place decides; the same method guards the POST that closes the accounts.
        $blocker = $offboarding->firstBlocker();

        return response()->json([
            'contract' => '1.0',
            'id' => "offboarding-{$offboarding->id}",
            'name' => 'Offboarding',
            'status' => [
                'literal' => $blocker === null ? 'next' : 'blocked',
                'text' => $blocker === null ? 'Offboarding can start' : 'Offboarding cannot start',
                'at' => null,
            ],
            'reason' => $blocker?->sentence() ?? 'The rehearsal met no refusal.',
            'impact' => 'People lose access at once.',
            // A blocked action without a reason does not pass the schema.
            'primaryAction' => $blocker === null
                ? ['kind' => 'callback', 'id' => 'close', 'label' => 'Close the accounts']
                : [
                    'kind' => 'blocked',
                    'id' => 'close',
                    'label' => 'Close the accounts',
                    'reason' => $blocker->sentence(),
                    'clearedBy' => null,
                ],
            'claim' => null,
            'attention' => null,
        ]);
    }
}
